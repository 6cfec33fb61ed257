using MLNet.LossExperiments.Experiments;
using MLNet.LossExperiments.Metrics;

namespace MLNet.LossExperiments.Verdicts;

/// <summary>How often verdicts are right and wrong, over many simulated experiments of one kind.</summary>
/// <param name="FalseVerdict">The share of experiments in which any setting was called better or worse than one that is truly as good or better: the family-wise error.</param>
/// <param name="BestKept">The share of experiments in which every truly best setting was among those that may be the best.</param>
/// <param name="BestFound">The mean share of the settings that are truly not the best which were left out of those that may be: the power.</param>
/// <param name="IntervalsHeld">The share of experiments in which all intervals held the true differences.</param>
internal sealed record VerdictRates(double FalseVerdict, double BestKept, double BestFound, double IntervalsHeld)
{
    /// <param name="means">The true mean of each setting; lower is better.</param>
    /// <param name="kind">How the settings vary on a split.</param>
    /// <param name="folds">The number of folds.</param>
    /// <param name="splits">The number of splits.</param>
    /// <param name="experiments">How many to simulate.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="baseline">The number of the setting that is the baseline; null for none.</param>
    public static VerdictRates Of(double[] means, SettingNoise kind, int folds, int splits, int experiments, int seed, int? baseline = null)
    {
        Metric metric = RegressionMetric.RootMeanSquaredError;
        var simulated = new SimulatedSplits(means, kind, folds, splits, new Random(seed));
        Dictionary<ExperimentSetting, double> truth = means.Select((mean, i) => (SimulatedSplits.SettingOf(i), mean)).ToDictionary();
        ExperimentSetting[] best = [.. truth.Where(pair => pair.Value == means.Min()).Select(pair => pair.Key)], inferior = [.. truth.Keys.Except(best)];
        double wrong = 0, kept = 0, found = 0, held = 0;
        for (int i = 0; i < experiments; i++)
        {
            // Without a region, so that every difference that is found is called one.
            ComparedMetric compared = LossComparison.Of(simulated.Next(metric.Name), [metric], metric, 600, baseline is { } number ? SimulatedSplits.SettingOf(number) : null, EquivalenceRegion.Absolute(0)).Metrics[0];
            double reference = truth[compared.Reference!];
            bool IsFalse(PairedComparison other) =>
                (other.Verdict == ComparisonVerdict.Worse && truth[other.Other] <= reference) || (other.Verdict == ComparisonVerdict.Better && truth[other.Other] >= reference) || other.BeatenBy.Any(by => truth[by] >= truth[other.Other]);
            wrong += compared.Others.Any(IsFalse) ? 1 : 0;
            kept += best.All(compared.MayBeBest.Contains) ? 1 : 0;
            found += inferior.Length == 0 ? 0 : (double)inferior.Count(setting => !compared.MayBeBest.Contains(setting)) / inferior.Length;
            held += compared.Others.All(other => truth[other.Other] - reference >= other.Low && truth[other.Other] - reference <= other.High) ? 1 : 0;
        }
        return new VerdictRates(wrong / experiments, kept / experiments, found / experiments, held / experiments);
    }
}
