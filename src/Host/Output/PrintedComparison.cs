using MLNet.LossExperiments.Experiments;
using MLNet.LossExperiments.Host.Runs;
using MLNet.LossExperiments.Host.Terminal;

namespace MLNet.LossExperiments.Host.Output;

/// <summary>Prints how a comparison ended, for people.</summary>
internal static class PrintedComparison
{
    public static void Show(Screen screen, ComparisonOutcome outcome, RunFolder folder, IEnumerable<string> files)
    {
        LossComparison comparison = outcome.Comparison;
        HashSet<string> ofTask = [.. outcome.Experiment.TaskMetrics.Select(metric => metric.Name)];
        screen.Result("Mean ± standard deviation (rank) on rows held out:");
        screen.Result(ComparisonTable.Of(comparison, [.. comparison.Metrics.Where(metric => ofTask.Contains(metric.Name))]));
        if (comparison.Metrics.Where(metric => !ofTask.Contains(metric.Name)).ToList() is { Count: > 0 } ofLosses)
        {
            screen.Result("");
            screen.Result("The same predictions by what the losses optimise:");
            screen.Result(ComparisonTable.Of(comparison, ofLosses));
        }
        foreach (string reason in MissingMetrics(comparison))
            screen.Result(reason);
        screen.Result("");
        foreach (string sentence in ComparisonWords.Of(comparison))
            screen.Result(sentence);
        screen.Result("");
        string before = outcome.FinishedBefore == 0 ? "" : $", {outcome.FinishedBefore} of them in an earlier run";
        screen.Result($"{comparison.Cells.Count} {(comparison.Cells.Count == 1 ? "network" : "networks")}{before}, {Duration.Describe(outcome.Elapsed)} in all.");
        screen.Result($"Written to {folder.Path}: {string.Join(", ", files)}");
    }

    // What a dash in the tables stands for, once for all settings and metrics of one reason.
    private static IEnumerable<string> MissingMetrics(LossComparison comparison) =>
        from setting in comparison.Settings
        from metric in comparison.Metrics
        where setting.MissingMetrics.ContainsKey(metric.Name) && !setting.Metrics.ContainsKey(metric.Name)
        group metric.Title by (Setting: SettingName.Of(setting.Setting, comparison), Reason: setting.MissingMetrics[metric.Name]) into missing
        select $"– {missing.Key.Setting} has no {string.Join(", ", missing)}: {missing.Key.Reason}.";
}
