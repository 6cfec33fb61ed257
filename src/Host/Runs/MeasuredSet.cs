using MLNet.LossExperiments.Host.Learning;
using MLNet.LossExperiments.Reports;

namespace MLNet.LossExperiments.Host.Runs;

/// <summary>How good the predictions for a set are.</summary>
/// <param name="Name">The set: validation, test, or how many rows it has.</param>
/// <param name="Rows">The number of rows that were measured on.</param>
/// <param name="LeftOut">Why rows were left out, as a sentence; null where none were.</param>
/// <param name="Metrics">The metrics.</param>
internal sealed record MeasuredSet(string Name, int Rows, string? LeftOut, IReadOnlyList<Metric> Metrics)
{
    // Below that, an interval from the rows themselves is too narrow.
    private const int FewRows = 30;

    /// <summary>Why metrics have no value, by their names in JSON.</summary>
    public IReadOnlyDictionary<string, string> MissingMetrics => Metrics.Where(metric => metric.WhyMissing is not null).ToDictionary(metric => metric.Key, metric => metric.WhyMissing!);

    public static MeasuredSet Of(string name, TaskEvaluation evaluation) => new(name, evaluation.Rows.Count, evaluation.Rows.WhyLeftOut, TaskMetrics.Of(evaluation));

    /// <summary>What a reader of the metrics must know, in sentences: missing ones with the reason, rows left out, too few rows.</summary>
    public IEnumerable<string> Remarks()
    {
        foreach (IGrouping<string?, Metric> missing in Metrics.Where(metric => metric.WhyMissing is not null).GroupBy(metric => metric.WhyMissing))
            yield return $"– {(missing.Count() == Metrics.Count ? "no metric" : string.Join(", ", missing.Select(metric => metric.Name)))} ({Name}): {missing.Key}";
        if (LeftOut is not null)
            yield return $"Rows left out ({Name}): {LeftOut}";
        if (Rows is > 1 and < FewRows)
            yield return $"So few rows ({Name}) say little, and intervals found from them are too narrow.";
    }
}
