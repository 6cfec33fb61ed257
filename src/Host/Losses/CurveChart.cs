using System.Globalization;
using MLNet.LossExperiments.Curves;

namespace MLNet.LossExperiments.Host.Losses;

/// <summary>What is drawn in one picture: losses that are drawn against the same quantity.</summary>
/// <param name="Axis">That quantity.</param>
/// <param name="Curves">The losses.</param>
internal sealed record CurveChart(CurveAxis Axis, IReadOnlyList<LossCurve> Curves)
{
    /// <summary>A chart for each quantity.</summary>
    public static IReadOnlyList<CurveChart> Of(IEnumerable<LossCurve> curves) => [.. curves.GroupBy(curve => curve.Axis).Select(group => new CurveChart(group.Key, [.. group]))];

    /// <summary>The losses, or the first and how many more where all would not fit above a picture.</summary>
    public string Title => Curves.Count <= 6 ? string.Join(", ", Curves.Select(curve => curve.Loss)) : $"{Curves[0].Loss} and {Curves.Count - 1} others";

    public string AxisLabel => SharesCondition && Curves[0].Condition.Length > 0 ? $"{Axis}, {Curves[0].Condition}" : $"{Axis}";

    public string LossLabel => $"loss{Unit(0)}";

    public string GradientLabel => $"gradient{Unit(-1)}";

    /// <summary>The lines, each with its name for the legend, the place of its loss among the losses, and its place among the loss's lines.</summary>
    public IEnumerable<(string Name, int Loss, int Case, CurveSeries Series)> Lines =>
        Curves.Index().SelectMany(curve => curve.Item.Series.Index().Select(series => (NameOf(curve.Item, series.Item), curve.Index, series.Index, series.Item)));

    private bool SharesCondition => Curves.Select(curve => curve.Condition).Distinct().Count() == 1;

    private string NameOf(LossCurve curve, CurveSeries series)
    {
        if (Curves.Count == 1)
            return series.Case.Length > 0 ? series.Case : curve.Loss;
        string condition = SharesCondition || curve.Condition.Length == 0 ? "" : $" {curve.Condition}";
        return $"{curve.Loss}{condition}{(series.Case.Length > 0 ? $", {series.Case}" : "")}";
    }

    // Per unit of an error in units of the label, the gradient has one power of the unit less than the loss.
    private string Unit(double shift)
    {
        double[] powers = [.. Curves.Select(curve => curve.LabelPower).Distinct()];
        if (Axis.Unit.Length == 0)
            return "";
        return powers.Length > 1 ? ", each in its own unit" : (powers[0] + shift) switch
        {
            0 => "",
            1 => " (label units)",
            2 => " (label units²)",
            -1 => " (per label unit)",
            double power => string.Create(CultureInfo.InvariantCulture, $" (label units^{power:0.##})"),
        };
    }
}
