namespace MLNet.LossExperiments.Export;

/// <summary>Adds operators to an ONNX graph in the making. A value in the graph is known by its name.</summary>
internal abstract class OnnxNodeWriter
{
    /// <summary>Applies an operator of ONNX's own domain and gives its first output.</summary>
    /// <param name="operation">The operator, for example <c>Gemm</c>.</param>
    /// <param name="inputs">Its inputs.</param>
    /// <param name="attributes">Its attributes: <see cref="long"/>, <see cref="double"/>, arrays of <see cref="long"/>, or a <see cref="Type"/> to convert to.</param>
    public string Apply(string operation, ReadOnlySpan<string> inputs, params ReadOnlySpan<(string Name, object Value)> attributes)
    {
        string output = NewVariable(operation);
        Write(operation, [.. inputs], [output], attributes);
        return output;
    }

    /// <summary>Applies an operator with two outputs of which the first is of interest.</summary>
    public string ApplyFirstOfTwo(string operation, ReadOnlySpan<string> inputs, params ReadOnlySpan<(string Name, object Value)> attributes)
    {
        string output = NewVariable(operation);
        Write(operation, [.. inputs], [output, NewVariable($"{operation}Other")], attributes);
        return output;
    }

    /// <summary>Gives a value the name that was asked for.</summary>
    public void Assign(string value, string output) => Write("Identity", [value], [output], []);

    /// <summary>A number.</summary>
    public abstract string Constant(float value);

    /// <summary>An array of numbers.</summary>
    public abstract string Constant(ReadOnlySpan<float> values, params long[] dimensions);

    /// <summary>A whole number.</summary>
    public abstract string Constant(long value);

    /// <summary>Whole numbers in a row.</summary>
    public abstract string Constants(params long[] values);

    private protected abstract string NewVariable(string prefix);

    private protected abstract void Write(string operation, string[] inputs, string[] outputs, ReadOnlySpan<(string Name, object Value)> attributes);
}
