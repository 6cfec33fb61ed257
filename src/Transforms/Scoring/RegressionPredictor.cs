using System.Diagnostics;
using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Scoring;

/// <summary>
/// The predictions of a regression model: the score of each target; then, where there are variances, that of each target; then, where there are quantiles, those of the first target, of the second, ….
/// An ensemble's variance is that of the mixture of its networks' distributions (Lakshminarayanan et al. 2017), which for plain predictions is the networks' variance.
/// </summary>
internal sealed class RegressionPredictor : Predictor
{
    private readonly PredictionForm _form;
    private readonly int _targets;
    private readonly int _levels;
    private readonly int _median;

    public RegressionPredictor(IReadOnlyList<FittedMember> members, PredictionForm form)
        : base(members, form.TargetCount * (1 + (GivesVariance(members, form) ? 1 : 0) + form.QuantileLevels.Count))
    {
        _form = form;
        _targets = form.TargetCount;
        _levels = form.QuantileLevels.Count;
        _median = form.MedianIndex;
        HasVariance = GivesVariance(members, form);
    }

    public bool HasVariance { get; }

    public ReadOnlySpan<float> Scores(ReadOnlySpan<float> prediction) => prediction[.._targets];

    public ReadOnlySpan<float> Variances(ReadOnlySpan<float> prediction) => HasVariance ? prediction.Slice(_targets, _targets) : [];

    public ReadOnlySpan<float> Quantiles(ReadOnlySpan<float> prediction) => prediction[(_targets * (HasVariance ? 2 : 1))..];

    private protected override void Predict(Span<float> outputs, Span<float> prediction)
    {
        if (HasVariance && !_form.HasVariance)
            prediction.Slice(_targets, _targets).Clear();
        for (int target = 0; target < _targets; target++)
        {
            switch (_form.Link)
            {
                case Link.Identity:
                    prediction[target] = outputs[target];
                    break;
                case Link.Exponential:
                    prediction[target] = LinkFunction.Exponential(outputs[target]);
                    break;
                case Link.MeanAndLogVariance:
                    prediction[target] = outputs[2 * target];
                    prediction[_targets + target] = LinkFunction.Exponential(outputs[2 * target + 1]);
                    break;
                case Link.MedianAndLogScale:
                    prediction[target] = outputs[2 * target];
                    prediction[_targets + target] = LinkFunction.Exponential(Math.Log(2) + 2.0 * outputs[2 * target + 1]);
                    break;
                case Link.Quantiles:
                    Span<float> own = outputs.Slice(target * _levels, _levels);
                    own.Sort();
                    own.CopyTo(prediction[(prediction.Length - (_targets - target) * _levels)..]);
                    prediction[target] = own[_median];
                    break;
                default:
                    throw new UnreachableException();
            }
        }
    }

    private protected override void Combine(ReadOnlySpan<float> members, Span<float> prediction)
    {
        base.Combine(members, prediction);
        if (!HasVariance)
            return;
        for (int target = 0; target < _targets; target++)
        {
            double mean = Mean(members, target), spread = 0;
            for (int at = target; at < members.Length; at += Width)
                spread += (members[at] - mean) * (members[at] - mean);
            prediction[_targets + target] = (float)Math.Min(float.MaxValue, Mean(members, _targets + target) + spread / MemberCount);
        }
    }

    private static bool GivesVariance(IReadOnlyList<FittedMember> members, PredictionForm form) => form.HasVariance || members.Count > 1;
}
