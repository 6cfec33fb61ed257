namespace MLNet.LossExperiments.Export;

/// <summary>What an exported ONNX model takes and gives.</summary>
/// <param name="Inputs">The columns that the predictions depend on.</param>
/// <param name="Outputs">The predictions.</param>
/// <param name="OperatorSet">The version of ONNX's operators that the model is written in.</param>
/// <param name="Rows">How many rows it takes at once: null for any number, 1 where a step that splits text into words has no other form in ONNX.</param>
public sealed record OnnxExport(IReadOnlyList<OnnxTensor> Inputs, IReadOnlyList<OnnxTensor> Outputs, int OperatorSet, int? Rows);
