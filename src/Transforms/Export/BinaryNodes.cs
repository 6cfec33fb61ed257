using System.Diagnostics;
using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Export;

/// <summary>The scores and probabilities of a binary model as ONNX operators, the counterpart of <see cref="Scoring.BinaryPredictor"/>.</summary>
internal static class BinaryNodes
{
    /// <summary>The raw score, [rows, 1].</summary>
    public static string WriteScore(OnnxNodeWriter nodes, string features, IReadOnlyList<FittedMember> members, PredictionForm form)
    {
        string[] scores = [.. members.Select(member => NetworkNodes.Write(nodes, features, member.Network))];
        if (scores.Length == 1 || form.Link != Link.Logistic)
            return LinkNodes.Mean(nodes, scores);
        // The log-odds of the mean of the probabilities, in logarithms: a probability of 1 − 10⁻²⁰ would be 1.
        string all = nodes.Apply("Concat", scores, ("axis", 1L));
        return nodes.Apply("Sub", [LogSum(nodes, all), LogSum(nodes, LinkNodes.Negative(nodes, all))]);
    }

    /// <summary>The probability of the positive class, [rows, 1], from the score.</summary>
    public static string WriteProbability(OnnxNodeWriter nodes, string score, ScoreCalibration? calibration) => calibration switch
    {
        null => nodes.Apply("Sigmoid", [score]),
        PlattCalibration platt => Platt(nodes, score, platt),
        IsotonicCalibration isotonic => Isotonic(nodes, score, isotonic),
        _ => throw new UnreachableException(),
    };

    private static string LogSum(OnnxNodeWriter nodes, string scores) =>
        nodes.Apply("ReduceLogSumExp", [LinkNodes.LogLogistic(nodes, scores)], ("axes", new long[] { 1 }), ("keepdims", 1L));

    private static string Platt(OnnxNodeWriter nodes, string score, PlattCalibration platt)
    {
        string scaled = nodes.Apply("Mul", [score, nodes.Constant((float)-platt.Slope)]);
        return nodes.Apply("Sigmoid", [nodes.Apply("Add", [scaled, nodes.Constant((float)-platt.Offset)])]);
    }

    // The level of the first piece, and for each gap between pieces a ramp from 0 to 1 times the rise over it.
    private static string Isotonic(OnnxNodeWriter nodes, string score, IsotonicCalibration isotonic)
    {
        int gaps = isotonic.Probabilities.Count - 1;
        if (gaps == 0)
            return nodes.Apply("Add", [nodes.Apply("Mul", [score, nodes.Constant(0f)]), nodes.Constant(isotonic.Probabilities[0])]);
        float[] starts = [.. isotonic.Maximums.Take(gaps)];
        float[] lengths = [.. isotonic.Minimums.Skip(1).Zip(starts, (end, start) => end - start)];
        float[] rises = [.. isotonic.Probabilities.Skip(1).Zip(isotonic.Probabilities, (above, below) => above - below)];
        string way = nodes.Apply("Div", [nodes.Apply("Sub", [score, nodes.Constant(starts, 1, gaps)]), nodes.Constant(lengths, 1, gaps)]);
        string ramps = nodes.Apply("Clip", [way, nodes.Constant(0f), nodes.Constant(1f)]);
        return nodes.Apply("Add", [nodes.Apply("MatMul", [ramps, nodes.Constant(rises, gaps, 1)]), nodes.Constant(isotonic.Probabilities[0])]);
    }
}
