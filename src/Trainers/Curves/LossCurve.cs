using MLNet.LossExperiments.Losses;
using MLNet.LossExperiments.Native;

namespace MLNet.LossExperiments.Curves;

/// <summary>What a loss looks like, computed by the loss itself, which needs libtorch.</summary>
/// <param name="Loss">The loss, with its parameters.</param>
/// <param name="Axis">What it is drawn against.</param>
/// <param name="Condition">What else is fixed, for example <c>at label 1</c>; empty where nothing matters.</param>
/// <param name="LabelPower">The unit of the loss: this power of the label's unit.</param>
/// <param name="Series">Its lines.</param>
internal sealed record LossCurve(string Loss, CurveAxis Axis, string Condition, double LabelPower, IReadOnlyList<CurveSeries> Series)
{
    /// <summary>The curves of some losses, those against errors over one range.</summary>
    /// <param name="losses">The losses.</param>
    /// <param name="range">From where to where; null for where they show their form.</param>
    /// <param name="label">The label of the rows, greater than 0, for losses for which it matters.</param>
    /// <exception cref="LibTorchNotFoundException">libtorch cannot be loaded.</exception>
    /// <exception cref="ArgumentException">There is nothing to draw in the range.</exception>
    public static IReadOnlyList<LossCurve> Of(IReadOnlyList<Loss> losses, CurveRange? range, double label = 1)
    {
        LibTorch.EnsureLoaded();
        double turn = losses.OfType<RegressionLoss>().Select(loss => loss.TurningPoint).DefaultIfEmpty(1).Max();
        return [.. losses.Select(loss => loss switch
        {
            RegressionLoss regression => RegressionCurve.Of(regression, range ?? new CurveRange(-3 * turn, 3 * turn), label),
            BinaryLoss binary => BinaryCurve.Of(binary, range ?? new CurveRange(-3, 3)),
            MulticlassLoss multiclass => MulticlassCurve.Of(multiclass, range),
            _ => throw new ArgumentException($"A {loss.GetType()} is of no task.", nameof(losses)),
        })];
    }
}
