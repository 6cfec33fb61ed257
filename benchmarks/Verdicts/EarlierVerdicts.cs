using MathNet.Numerics.Statistics;
using MLNet.LossExperiments.Statistics;

namespace MLNet.LossExperiments.Verdicts;

/// <summary>
/// What comparisons said before: each setting against the best one, which was chosen on the same splits, as if it had been named beforehand. Kept to be compared with.
/// </summary>
/// <param name="FalseReal">The share of experiments in which any setting was called really worse that is not.</param>
/// <param name="OnlyPerhaps">The share in which none was, but one was called perhaps worse that is not.</param>
/// <param name="Found">The mean share of the settings that are truly not the best which were called really worse.</param>
internal sealed record EarlierVerdicts(double FalseReal, double OnlyPerhaps, double Found)
{
    private const double Level = 0.05;

    /// <summary>Simulates as <see cref="VerdictRates"/> does.</summary>
    public static EarlierVerdicts Of(double[] means, SettingNoise kind, int folds, int splits, int experiments, int seed)
    {
        var simulated = new SimulatedSplits(means, kind, folds, splits, new Random(seed));
        double real = 0, perhaps = 0, found = 0;
        int inferior = means.Count(mean => mean > means.Min());
        for (int i = 0; i < experiments; i++)
        {
            double[][] values = [.. simulated.Next("rmse").GroupBy(cell => cell.Setting).Select(own => own.Select(cell => cell.Metrics["rmse"]).ToArray())];
            double testShare = 1.0 / (folds - 1);
            int best = Enumerable.Range(0, means.Length).MinBy(setting => values[setting].Mean());
            int[] others = [.. Enumerable.Range(0, means.Length).Where(setting => setting != best)];
            double[][] differences = [.. others.Select(setting => values[setting].Zip(values[best], (value, its) => value - its).ToArray())];
            double[] t = StepDownCorrection.Holm([.. differences.Select(own => CorrectedDifference.Of(own, testShare).PValue)]), wilcoxon = StepDownCorrection.Holm([.. differences.Select(WilcoxonSignedRankTest.PValue)]);
            bool IsFalse(int place) => means[others[place]] <= means[best];
            bool isReal = others.Where((_, place) => t[place] < Level && IsFalse(place)).Any(), isPerhaps = others.Where((_, place) => t[place] >= Level && wilcoxon[place] < Level && IsFalse(place)).Any();
            real += isReal ? 1 : 0;
            perhaps += !isReal && isPerhaps ? 1 : 0;
            found += inferior == 0 ? 0 : (double)others.Where((setting, place) => t[place] < Level && means[setting] > means.Min()).Count() / inferior;
        }
        return new EarlierVerdicts(real / experiments, perhaps / experiments, found / experiments);
    }
}
