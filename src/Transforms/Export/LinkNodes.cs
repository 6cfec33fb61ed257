namespace MLNet.LossExperiments.Export;

/// <summary>Functions of links as ONNX operators, the counterparts of <see cref="Scoring.LinkFunction"/>.</summary>
internal static class LinkNodes
{
    /// <summary>eˣ, kept between the least positive float and the greatest.</summary>
    public static string Exponential(OnnxNodeWriter nodes, string x) =>
        nodes.Apply("Clip", [nodes.Apply("Exp", [x]), nodes.Constant(float.Epsilon), nodes.Constant(float.MaxValue)]);

    /// <summary>log(1 / (1 + e⁻ˣ)), without loss of digits on either side.</summary>
    public static string LogLogistic(OnnxNodeWriter nodes, string x) => Negative(nodes, nodes.Apply("Softplus", [Negative(nodes, x)]));

    public static string Negative(OnnxNodeWriter nodes, string x) => nodes.Apply("Neg", [x]);

    /// <summary>The mean of values of the same shape.</summary>
    public static string Mean(OnnxNodeWriter nodes, IReadOnlyList<string> values) =>
        values.Count == 1 ? values[0] : nodes.Apply("Mul", [nodes.Apply("Sum", [.. values]), nodes.Constant(1f / values.Count)]);

    /// <summary>Of [rows, groups · members] those of one place in each group, [rows, groups].</summary>
    public static string Slice(OnnxNodeWriter nodes, string x, long groups, long members, long place) =>
        nodes.Apply("Gather", [nodes.Apply("Reshape", [x, nodes.Constants(0, groups, members)]), nodes.Constant(place)], ("axis", 2L));
}
