using System.Globalization;
using MLNet.LossExperiments.Experiments;

namespace MLNet.LossExperiments.Host.Output;

/// <summary>Says which losses may be the best, in words for people who are no statisticians.</summary>
internal static class ComparisonWords
{
    public static IEnumerable<string> Of(LossComparison comparison)
    {
        ComparedMetric criterion = comparison.Metrics.Single(metric => metric.Name == comparison.Criterion);
        foreach (SettingSummary failed in comparison.Settings.Where(setting => setting.FailedCells > 0))
            yield return $"{SettingName.Of(failed.Setting, comparison)} failed in {failed.FailedCells} of {comparison.Splits} splits. {failed.Failure}";
        if (criterion.Best is not { } best)
            yield break;
        if (comparison.DistinctSplits < comparison.Splits)
            yield return $"The {comparison.Splits} splits hold out {comparison.DistinctSplits} different sets of rows: seeds change the initial weights there, not the rows. What they gave on the same rows is averaged.";
        if (criterion.Splits < comparison.DistinctSplits)
            yield return $"{criterion.Title} is not defined on {comparison.DistinctSplits - criterion.Splits} of {comparison.DistinctSplits} splits, which are left out.";
        foreach (SettingSummary without in comparison.Settings.Where(setting => setting.FailedCells == 0 && !setting.Metrics.ContainsKey(criterion.Name)))
            yield return $"{SettingName.Of(without.Setting, comparison)} is not compared: its {criterion.Title} is not defined on every split.";
        if (comparison.Baseline is { } baseline && baseline != criterion.Reference)
            yield return $"The baseline {SettingName.Of(baseline, comparison)} has no {criterion.Title} on every split, so all pairs are compared instead.";
        string name = SettingName.Of(best, comparison);
        if (criterion.Others.Count == 0)
        {
            yield return comparison.Settings.Count == 1 ? $"{name} is alone: name more losses to compare it with." : $"{name} is the only one that was trained on every split.";
            yield break;
        }
        yield return $"{name} has the best {criterion.Title}, on average over {criterion.Splits} {(criterion.Splits == 1 ? "split" : "splits")} of {comparison.Rows} rows.{(criterion.Splits == 1 ? "" : $" The 95 % intervals hold for all {(comparison.Baseline == criterion.Reference ? "comparisons with the baseline" : "pairs")} together.")}";
        foreach (PairedComparison other in criterion.Others.OrderBy(other => Math.Abs(other.MeanDifference)))
            yield return $"  {SettingName.Of(other.Other, comparison)}: {Judge(other, criterion, comparison)}";
        foreach (string sentence in Conclude(criterion, comparison))
            yield return sentence;
    }

    /// <summary>What can be said of a setting against the reference.</summary>
    public static string Judge(PairedComparison other, ComparedMetric metric, LossComparison comparison)
    {
        string reference = SettingName.Of(metric.Reference!, comparison), difference = $"difference {Show(other.MeanDifference)}";
        string interval = $"{difference}, 95 % interval {Show(other.Low)} to {Show(other.High)}";
        bool isWorse = other.MeanDifference > 0 != metric.IsHigherBetter;
        string margin = $"by less than {Show(metric.EquivalenceMargin)} with a probability of {Percent(other.ProbabilityEqual)}";
        string said = other.Verdict switch
        {
            ComparisonVerdict.Unknown => $"{difference}; a single split cannot tell chance from difference",
            ComparisonVerdict.Better => $"better than {reference} ({interval}, {Probability(other.CorrectedPValue)})",
            ComparisonVerdict.Worse => $"worse than {reference} ({interval}, {Probability(other.CorrectedPValue)})",
            ComparisonVerdict.PracticallyEqual when other.MeanDifference == 0 && other.Low == 0 && other.High == 0 => $"the same as {reference} on every split",
            ComparisonVerdict.PracticallyEqual when other.CorrectedPValue < ComparedPairs.Level => $"as good as {reference}, for practical purposes: {(isWorse ? "worse" : "better")}, but {margin} ({difference}, {Probability(other.CorrectedPValue)})",
            ComparisonVerdict.PracticallyEqual => $"as good as {reference}, for practical purposes: they differ {margin} ({difference})",
            _ => $"cannot be told apart from {reference} ({interval})",
        };
        string[] beaten = [.. other.BeatenBy.Where(by => by != metric.Reference).Select(by => SettingName.Of(by, comparison))];
        return beaten.Length == 0 || other.BeatenBy.Contains(metric.Reference!) ? said : $"{said}; but {List(beaten)} {(beaten.Length == 1 ? "is" : "are")} better than it";
    }

    private static IEnumerable<string> Conclude(ComparedMetric criterion, LossComparison comparison)
    {
        if (criterion.Others.All(other => other.Verdict == ComparisonVerdict.Unknown))
        {
            yield return "Compare on more splits, with --seeds or --folds, to know.";
            yield break;
        }
        string kind = comparison.Settings.Select(setting => setting.Setting.Loss).Distinct().Count() == comparison.Settings.Count ? "Losses" : "Settings";
        yield return $"{kind} that may be the best (95 % confidence): {List([.. criterion.MayBeBest.Select(setting => SettingName.Of(setting, comparison))])}.";
        if (criterion.MayBeBest.Count > 1)
            yield return "Choose among them by what errors cost you.";
        yield return comparison switch
        {
            { GroupColumnName: { } group } => $"This takes rows for independent of each other, but for those of one '{group}', which were kept together.",
            { TimeColumnName: { } time } => $"This trained on the past and tested on what came after, by '{time}'; it says nothing of times to come that are unlike those tested on.",
            _ => "This takes rows for independent of each other; if some belong together, or are in order of time, say --group-col or --time-col.",
        };
    }

    private static string List(IReadOnlyList<string> names) => string.Join(names.Any(name => name.Contains(',', StringComparison.Ordinal)) ? "; " : ", ", names);

    private static string Probability(double p) => p < 0.001 ? "p < 0.001" : string.Create(CultureInfo.InvariantCulture, $"p = {p:0.000}");

    // Never rounded up to certainty.
    private static string Percent(double share) => share >= 0.99 ? "over 99 %" : string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(100 * share):0} %");

    private static string Show(double value)
    {
        double size = Math.Abs(value);
        return $"{(value < 0 ? "−" : "")}{(size is 0 or (>= 0.001 and < 10_000) ? size.ToString("0.000", CultureInfo.InvariantCulture) : Terminal.NumberText.Short(size))}";
    }
}
