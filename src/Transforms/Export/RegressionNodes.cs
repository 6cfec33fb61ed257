using System.Diagnostics;
using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Export;

/// <summary>The predictions of a regression model as ONNX operators, the counterpart of <see cref="Scoring.RegressionPredictor"/>.</summary>
/// <param name="Score">[rows, targets].</param>
/// <param name="Variance">[rows, targets]; null for none.</param>
/// <param name="Quantiles">[rows, targets · levels]; null for none.</param>
internal sealed record RegressionNodes(string Score, string? Variance, string? Quantiles)
{
    public static RegressionNodes Write(OnnxNodeWriter nodes, string features, IReadOnlyList<FittedMember> members, PredictionForm form)
    {
        RegressionNodes[] all = [.. members.Select(member => OfOne(nodes, NetworkNodes.Write(nodes, features, member.Network), form))];
        if (all.Length == 1)
            return all[0];
        string score = LinkNodes.Mean(nodes, [.. all.Select(one => one.Score)]);
        string spread = LinkNodes.Mean(nodes, [.. all.Select(one => Square(nodes, nodes.Apply("Sub", [one.Score, score])))]);
        string variance = form.HasVariance ? nodes.Apply("Add", [LinkNodes.Mean(nodes, [.. all.Select(one => one.Variance!)]), spread]) : spread;
        string finite = nodes.Apply("Min", [variance, nodes.Constant(float.MaxValue)]);
        return new RegressionNodes(score, finite, form.QuantileLevels.Count == 0 ? null : LinkNodes.Mean(nodes, [.. all.Select(one => one.Quantiles!)]));
    }

    private static RegressionNodes OfOne(OnnxNodeWriter nodes, string outputs, PredictionForm form)
    {
        string Part(long place) => LinkNodes.Slice(nodes, outputs, form.TargetCount, 2, place);
        switch (form.Link)
        {
            case Link.Identity:
                return new RegressionNodes(outputs, null, null);
            case Link.Exponential:
                return new RegressionNodes(LinkNodes.Exponential(nodes, outputs), null, null);
            case Link.MeanAndLogVariance:
                return new RegressionNodes(Part(0), LinkNodes.Exponential(nodes, Part(1)), null);
            case Link.MedianAndLogScale:
                string logVariance = nodes.Apply("Add", [nodes.Apply("Mul", [Part(1), nodes.Constant(2f)]), nodes.Constant(MathF.Log(2))]);
                return new RegressionNodes(Part(0), LinkNodes.Exponential(nodes, logVariance), null);
            case Link.Quantiles:
                long levels = form.QuantileLevels.Count;
                string grouped = nodes.Apply("Reshape", [outputs, nodes.Constants(0, form.TargetCount, levels)]);
                string sorted = nodes.ApplyFirstOfTwo("TopK", [grouped, nodes.Constants(levels)], ("axis", 2L), ("largest", 0L), ("sorted", 1L));
                string quantiles = nodes.Apply("Reshape", [sorted, nodes.Constants(0, form.TargetCount * levels)]);
                return new RegressionNodes(LinkNodes.Slice(nodes, quantiles, form.TargetCount, levels, form.MedianIndex), null, quantiles);
            default:
                throw new UnreachableException();
        }
    }

    private static string Square(OnnxNodeWriter nodes, string x) => nodes.Apply("Mul", [x, x]);
}
