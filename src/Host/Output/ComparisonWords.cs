using System.Globalization;
using MLNet.LossExperiments.Experiments;

namespace MLNet.LossExperiments.Host.Output;

/// <summary>Says whether differences are real, in words for people who are no statisticians.</summary>
internal static class ComparisonWords
{
    public static IEnumerable<string> Of(LossComparison comparison)
    {
        ComparedMetric criterion = comparison.Metrics.Single(metric => metric.Name == comparison.Criterion);
        foreach (SettingSummary failed in comparison.Settings.Where(setting => setting.FailedCells > 0))
            yield return $"{SettingName.Of(failed.Setting, comparison)} failed in {failed.FailedCells} of {comparison.Splits} splits. {failed.Failure}";
        if (criterion.Best is not { } best)
            yield break;
        string name = SettingName.Of(best, comparison);
        if (criterion.Others.Count == 0)
        {
            yield return comparison.Settings.Count == 1 ? $"{name} is alone: name more losses to compare it with." : $"{name} is the only one that was trained on every split.";
            yield break;
        }
        yield return $"{name} has the best {criterion.Title}, on average over {comparison.Splits} {(comparison.Splits == 1 ? "split" : "splits")} of {comparison.Rows} rows. Is that more than chance?";
        foreach (PairedComparison other in criterion.Others.OrderBy(other => Math.Abs(other.MeanDifference)))
            yield return $"  {SettingName.Of(other.Other, comparison)}: {Judge(other)}";
        yield return Conclude(criterion, comparison, name);
    }

    /// <summary>Whether one is really worse than the best.</summary>
    public static string Judge(PairedComparison other)
    {
        string difference = $"worse by {Show(Math.Abs(other.MeanDifference))}";
        (double low, double high) = other.MeanDifference < 0 ? (-other.High, -other.Low) : (other.Low, other.High);
        string interval = $"between {Show(low)} and {Show(high)} with 95 % confidence";
        return other.Verdict switch
        {
            ComparisonVerdict.Unknown => $"{difference}; a single split cannot tell chance from difference.",
            ComparisonVerdict.Real => $"yes, it is really worse: by {Show(Math.Abs(other.MeanDifference))}, {interval} ({Probability(other.TTestCorrected)}).",
            ComparisonVerdict.Perhaps => $"perhaps. It is {difference}, and on most splits, but as these share rows the amount may still be chance: {interval} ({Probability(other.TTestCorrected)}).",
            _ => $"no. It is {difference}, which chance explains: {interval} ({Probability(other.TTestCorrected)}).",
        };
    }

    private static string Conclude(ComparedMetric criterion, LossComparison comparison, string best)
    {
        string[] alike = [.. criterion.Others.Where(other => other.Verdict is ComparisonVerdict.CannotTell or ComparisonVerdict.Perhaps).Select(other => SettingName.Of(other.Other, comparison))];
        if (criterion.Others.All(other => other.Verdict == ComparisonVerdict.Unknown))
            return "Compare on more splits, with --seeds or --folds, to know.";
        if (alike.Length == 0)
            return $"So train with {best}: it is really better than all others.";
        return $"So these cannot be told apart from {best} on this data: {string.Join(alike.Any(name => name.Contains(", ", StringComparison.Ordinal)) ? "; " : ", ", alike)}. Choose among them by what errors cost you.";
    }

    private static string Probability(double p) => p < 0.001 ? "p < 0.001" : string.Create(CultureInfo.InvariantCulture, $"p = {p:0.000}");

    private static string Show(double value) => Math.Abs(value) is 0 or >= 0.001 and < 10_000 ? value.ToString("0.000", CultureInfo.InvariantCulture) : value.ToString("G3", CultureInfo.InvariantCulture);
}
