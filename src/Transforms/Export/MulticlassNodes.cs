using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Export;

/// <summary>The predictions of a multiclass model as ONNX operators, the counterpart of <see cref="Scoring.MulticlassPredictor"/>.</summary>
internal static class MulticlassNodes
{
    /// <summary>A value for each class, [rows, classes].</summary>
    public static string WriteScores(OnnxNodeWriter nodes, string features, IReadOnlyList<FittedMember> members, PredictionForm form) =>
        LinkNodes.Mean(nodes, [.. members.Select(member => OfOne(nodes, NetworkNodes.Write(nodes, features, member.Network), form.Link))]);

    /// <summary>The place of the class with the greatest score, from 1, [rows, 1].</summary>
    public static string WriteKey(OnnxNodeWriter nodes, string scores)
    {
        string place = nodes.Apply("ArgMax", [scores], ("axis", 1L), ("keepdims", 1L));
        return nodes.Apply("Cast", [nodes.Apply("Add", [place, nodes.Constant(1L)])], ("to", typeof(uint)));
    }

    private static string OfOne(OnnxNodeWriter nodes, string outputs, Link link) => link switch
    {
        Link.Softmax => nodes.Apply("Softmax", [outputs], ("axis", 1L)),
        Link.Ordinal => Ordinal(nodes, outputs),
        _ => outputs,
    };

    // Of k − 1 outputs the probability of class j is that of not being below it, times that of not being above it.
    private static string Ordinal(OnnxNodeWriter nodes, string outputs)
    {
        string logAbove = LinkNodes.LogLogistic(nodes, outputs);
        string logNotBelow = nodes.Apply("CumSum", [logAbove, nodes.Constant(1L)], ("exclusive", 1L));
        string logHere = nodes.Apply("Add", [logNotBelow, LinkNodes.LogLogistic(nodes, LinkNodes.Negative(nodes, outputs))]);
        string logLast = nodes.Apply("ReduceSum", [logAbove], ("axes", new long[] { 1 }), ("keepdims", 1L));
        return nodes.Apply("Exp", [nodes.Apply("Concat", [logHere, logLast], ("axis", 1L))]);
    }
}
