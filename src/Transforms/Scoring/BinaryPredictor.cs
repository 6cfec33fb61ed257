using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Scoring;

/// <summary>The score of a binary model. Where scores are log-odds, an ensemble's probability is the mean of its networks' probabilities, and its score the log-odds of that.</summary>
internal sealed class BinaryPredictor(IReadOnlyList<FittedMember> members, PredictionForm form) : Predictor(members, 1)
{
    private protected override void Predict(Span<float> outputs, Span<float> prediction) => prediction[0] = outputs[0];

    private protected override void Combine(ReadOnlySpan<float> members, Span<float> prediction)
    {
        if (form.Link != Link.Logistic)
        {
            base.Combine(members, prediction);
            return;
        }
        // In logarithms, for a probability of 1 − 10⁻²⁰ would be 1.
        prediction[0] = (float)(LogSum(members, 1) - LogSum(members, -1));
    }

    private static double LogSum(ReadOnlySpan<float> scores, int sign)
    {
        double greatest = double.NegativeInfinity, sum = 0;
        foreach (float score in scores)
            greatest = Math.Max(greatest, LinkFunction.LogLogistic(sign * (double)score));
        foreach (float score in scores)
            sum += Math.Exp(LinkFunction.LogLogistic(sign * (double)score) - greatest);
        return greatest + Math.Log(sum);
    }
}
