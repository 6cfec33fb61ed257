namespace MLNet.LossExperiments.Reports;

/// <summary>A figure that is shown large.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Value">Its value.</param>
/// <param name="Remark">Its interval, or what else belongs to it.</param>
internal sealed record KeyFigure(string Title, string Value, string Remark)
{
    public static KeyFigure Of(MetricEstimate metric, double confidence, string? of = null) => new(
        of is null ? metric.Title : $"{metric.Title}, {of}",
        Figure.Show(metric.Value),
        double.IsFinite(metric.Low) ? $"{Figure.Interval(metric.Low, metric.High)} ({Figure.Percent(confidence)})" : metric.WhyUndefined ?? "no interval");
}
