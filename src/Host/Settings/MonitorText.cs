using MLNet.LossExperiments.Catalogs;
using MLNet.LossExperiments.Losses;
using MLNet.LossExperiments.Metrics;

namespace MLNet.LossExperiments.Host.Settings;

/// <summary>Reads what early stopping is to watch, for the task of the options: loss, a metric, or another loss.</summary>
internal static class MonitorText
{
    /// <exception cref="FormatException">It is none for the task.</exception>
    public static ValidationMonitor Parse(string text, MlpOptions options)
    {
        if (text.Equals(ValidationMonitor.Loss.ToString(), StringComparison.OrdinalIgnoreCase))
            return ValidationMonitor.Loss;
        return options switch
        {
            MlpRegressionOptions => Parse(text, MetricCatalog.Regression, LossCatalog.Regression),
            MlpBinaryOptions => Parse(text, MetricCatalog.Binary, LossCatalog.Binary),
            _ => Parse(text, MetricCatalog.Multiclass, LossCatalog.Multiclass),
        };
    }

    public static string NamesOf(Catalog<Metric> metrics) => string.Join(", ", metrics.Entries.Select(entry => entry.Name));

    private static ValidationMonitor Parse<TLoss>(string text, Catalog<Metric> metrics, Catalog<TLoss> losses)
        where TLoss : Loss
    {
        string name = CatalogText.NameIn(text);
        if (metrics.Entries.Any(entry => entry.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
            return ValidationMonitor.Of(metrics.Parse(text));
        if (losses.Entries.Any(entry => entry.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
            return ValidationMonitor.Of(losses.Parse(text));
        throw new FormatException($"'{text}' is not allowed. Allowed are loss, a metric ({NamesOf(metrics)}), or another loss.");
    }
}
