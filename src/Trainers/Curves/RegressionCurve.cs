using System.Globalization;
using MLNet.LossExperiments.Losses;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Curves;

/// <summary>Draws regression losses against the error of the prediction.</summary>
internal static class RegressionCurve
{
    private const double Label = 1;

    // Predictions that are powers of e are positive. Near 0 some losses have no bound; a quarter of the label shows the way they go.
    private const double LeastUsual = 0.25 * Label - Label;
    private const double LeastPossible = 0.01 * Label - Label;

    /// <summary>A line for each quantile of <c>quantiles</c>, else one.</summary>
    public static LossCurve Of(RegressionLoss loss, CurveRange range)
    {
        bool isPositive = loss.Link == Link.Exponential;
        CurveRange drawn = isPositive ? range.Within(IsUsual(range) ? LeastUsual : LeastPossible, double.MaxValue, CurveAxis.Error) : range;
        IReadOnlyList<CurveSeries> series = loss.QuantileLevels.Count > 0
            ? [.. loss.QuantileLevels.Select(level => Trace(string.Create(CultureInfo.InvariantCulture, $"level {level}"), RegressionLoss.Quantiles([level]), drawn, Label))]
            : [Trace("", loss, drawn, Label)];
        return new LossCurve(loss.Name, CurveAxis.Error, Condition(loss, drawn), loss.LabelDegree, series);
    }

    private static bool IsUsual(CurveRange range) => range.From < LeastPossible;

    private static string Condition(RegressionLoss loss, CurveRange range)
    {
        if (HasSpread(loss))
            return loss.Link == Link.MeanAndLogVariance ? "at variance 1" : "at scale 1";
        return loss.QuantileLevels.Count == 0 && DependsOnLabel(loss, range) ? string.Create(CultureInfo.InvariantCulture, $"at label {Label}") : "";
    }

    // Whether the same errors cost something else where labels are greater.
    private static bool DependsOnLabel(RegressionLoss loss, CurveRange range) =>
        Trace("", loss, range, Label).Losses.Zip(Trace("", loss, range, 2 * Label).Losses).Any(pair => Math.Abs(pair.First - pair.Second) > 1e-9 * (1 + Math.Abs(pair.First)));

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
