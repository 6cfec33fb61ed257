namespace MLNet.LossExperiments.Export;

/// <summary>An input or an output of an exported ONNX model. Its first dimension is the number of rows.</summary>
/// <param name="Name">The name, which is that of the column.</param>
/// <param name="ElementType">The type of its values as ONNX names it: <c>float</c>, <c>string</c>, <c>bool</c>, <c>uint32</c>, ….</param>
/// <param name="Dimensions">The dimensions after that of the rows: 1 for a number, the length of a vector.</param>
public sealed record OnnxTensor(string Name, string ElementType, IReadOnlyList<long> Dimensions)
{
    /// <summary>For example <c>Score: float[rows, 1]</c>.</summary>
    /// <returns>The name, the type and the dimensions.</returns>
    public override string ToString() => $"{Name}: {ElementType}[rows, {string.Join(", ", Dimensions)}]";
}
