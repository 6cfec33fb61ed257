using MathNet.Numerics.Distributions;
using MLNet.LossExperiments.Experiments;

namespace MLNet.LossExperiments.Verdicts;

/// <summary>
/// Measurements as a comparison gives them, without training: normal, with the correlation of splits by Nadeau and Bengio (test rows / all rows), and settings that vary alike or not.
/// </summary>
/// <param name="means">The true mean of each setting; lower is better.</param>
/// <param name="kind">How the settings vary on a split.</param>
/// <param name="folds">The number of folds, which says how much splits overlap.</param>
/// <param name="splits">The number of splits.</param>
/// <param name="random">The source of chance.</param>
internal sealed class SimulatedSplits(double[] means, SettingNoise kind, int folds, int splits, Random random)
{
    private const int Rows = 600;

    private readonly double[][] _mixing = [.. Mixing(means.Length, kind)];

    /// <summary>The cells of an experiment.</summary>
    /// <param name="metric">The name of the metric.</param>
    public IReadOnlyList<ExperimentCell> Next(string metric)
    {
        double between = Math.Sqrt(1.0 / folds), within = Math.Sqrt(1 - 1.0 / folds);
        double[] shared = Draw();
        int test = Rows / folds;
        return
        [
            .. from split in Enumerable.Range(0, splits)
               let own = Draw()
               // What makes a split hard is the same for all settings.
               let luck = 3 * Normal.Sample(random, 0, 1)
               from setting in Enumerable.Range(0, means.Length)
               let value = 100 + luck + means[setting] + (between * shared[setting]) + (within * own[setting])
               select new ExperimentCell(SettingOf(setting), 1 + (split / folds), split % folds, Rows - test, test, new Dictionary<string, double> { [metric] = value }, null, 0, null),
        ];
    }

    /// <summary>The setting of a number.</summary>
    public static ExperimentSetting SettingOf(int number) => new($"loss{number}", 0.01, "");

    private double[] Draw()
    {
        double[] independent = [.. Enumerable.Range(0, means.Length).Select(_ => Normal.Sample(random, 0, 1))];
        return [.. _mixing.Select(row => row.Zip(independent, (weight, value) => weight * value).Sum())];
    }

    // The rows of a matrix whose product with its transpose is the covariance of the settings.
    private static IEnumerable<double[]> Mixing(int count, SettingNoise kind)
    {
        // The same for every experiment of a kind.
        var fixedRandom = new Random(5);
        for (int row = 0; row < count; row++)
        {
            double[] weights = new double[count];
            switch (kind)
            {
                case SettingNoise.Alike:
                    weights[row] = 1;
                    break;
                case SettingNoise.Clustered:
                    // Groups of up to four that correlate by 0.9.
                    weights[row] = Math.Sqrt(0.1);
                    weights[row / 4 * 4] += Math.Sqrt(0.9);
                    break;
                default:
                    // Deviations from 0.4 to 2.7, and correlations of every size and sign.
                    double deviation = Math.Exp(fixedRandom.NextDouble() * 2 - 1);
                    weights = [.. weights.Select(_ => deviation * Normal.Sample(fixedRandom, 0, 1) / Math.Sqrt(count))];
                    break;
            }
            yield return weights;
        }
    }
}
