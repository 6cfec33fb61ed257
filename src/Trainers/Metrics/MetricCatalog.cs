using MLNet.LossExperiments.Catalogs;

namespace MLNet.LossExperiments.Metrics;

/// <summary>All metrics by name, for each task.</summary>
public static class MetricCatalog
{
    /// <summary>The metrics for regression.</summary>
    public static Catalog<Metric> Regression { get; } = Of("regression metric", RegressionMetric.RootMeanSquaredError, RegressionMetric.MeanAbsoluteError, RegressionMetric.MeanAbsolutePercentageError, RegressionMetric.RSquared);

    /// <summary>The metrics for binary classification.</summary>
    public static Catalog<Metric> Binary { get; } = Of("binary classification metric", BinaryMetric.Accuracy, BinaryMetric.AreaUnderRocCurve, BinaryMetric.F1Score, BinaryMetric.LogLoss, BinaryMetric.Brier, BinaryMetric.ExpectedCalibrationError);

    /// <summary>The metrics for multiclass classification.</summary>
    public static Catalog<Metric> Multiclass { get; } = Of("multiclass classification metric", MulticlassMetric.Accuracy, MulticlassMetric.BalancedAccuracy, MulticlassMetric.MacroF1, MulticlassMetric.LogLoss, MulticlassMetric.Brier, MulticlassMetric.ExpectedCalibrationError);

    internal static bool Has(this Catalog<Metric> catalog, Metric metric) => catalog.Entries.Any(entry => ReferenceEquals(entry.Create(), metric));

    private static Catalog<Metric> Of(string kind, params Metric[] metrics) => new(kind, [.. metrics.Select(metric => new CatalogEntry<Metric>(metric.Name, metric.Title, () => metric))]);
}
