using System.Globalization;
using MLNet.LossExperiments.Losses;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Curves;

/// <summary>Draws regression losses against the error of the prediction.</summary>
internal static class RegressionCurve
{
    // Predictions that are powers of e are positive. Near 0 some losses have no bound; a quarter of the label shows the way they go.
    private const double UsualShare = 0.25, LeastShare = 0.01;

    /// <summary>A line for each quantile of <c>quantiles</c>, else one.</summary>
    public static LossCurve Of(RegressionLoss loss, CurveRange range, double label)
    {
        bool isPositive = loss.Link == Link.Exponential;
        CurveRange drawn = isPositive ? range.Within((range.From < (LeastShare - 1) * label ? UsualShare - 1 : LeastShare - 1) * label, double.MaxValue, CurveAxis.Error) : range;
        IReadOnlyList<CurveSeries> series = loss.QuantileLevels.Count > 0
            ? [.. loss.QuantileLevels.Select(level => Trace(string.Create(CultureInfo.InvariantCulture, $"level {level}"), RegressionLoss.Quantiles([level]), drawn, label))]
            : [Trace("", loss, drawn, label)];
        return new LossCurve(loss.Name, CurveAxis.Error, Condition(loss, drawn, label), loss.LabelDegree, series);
    }

    private static string Condition(RegressionLoss loss, CurveRange range, double label)
    {
        if (HasSpread(loss))
            return loss.Link == Link.MeanAndLogVariance ? "at variance 1" : "at scale 1";
        return loss.QuantileLevels.Count == 0 && DependsOnLabel(loss, range, label) ? string.Create(CultureInfo.InvariantCulture, $"at label {label:G4}") : "";
    }

    // Whether the same errors cost something else where labels are greater.
    private static bool DependsOnLabel(RegressionLoss loss, CurveRange range, double label) =>
        Trace("", loss, range, label).Losses.Zip(Trace("", loss, range, 2 * label).Losses).Any(pair => Math.Abs(pair.First - pair.Second) > 1e-9 * (1 + Math.Abs(pair.First)));

    private static CurveSeries Trace(string name, RegressionLoss loss, CurveRange range, double label) => CurveTrace.Of(name, range.Points, errors =>
    {
        torch.Tensor predictions = errors.Plus(label).unsqueeze(1);
        return loss.RowLosses(OutputsFor(loss, predictions), torch.zeros_like(predictions).Plus(label).detach());
    });

    /// <summary>The outputs that the loss's link turns into the predictions; where it has a second output, the variance or scale is 1.</summary>
    private static torch.Tensor OutputsFor(RegressionLoss loss, torch.Tensor predictions)
    {
        if (HasSpread(loss))
            return torch.cat([predictions, torch.zeros_like(predictions)], 1);
        return loss.Link == Link.Exponential ? predictions.log() : predictions;
    }

    private static bool HasSpread(RegressionLoss loss) => loss.Link is Link.MeanAndLogVariance or Link.MedianAndLogScale;
}
