using System.Diagnostics;
using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.LossExperiments.Optimizers;

namespace MLNet.LossExperiments.Host.Diagnosis;

/// <summary>Trains tiny networks on a plane in space, which every network that works learns.</summary>
internal static class TrainingProof
{
    private const double LeastRSquared = 0.9;

    // The first is small enough for managed code, the second goes through libtorch.
    private static readonly int[][] HiddenSizes = [[8], [128, 128]];

    /// <exception cref="LibTorchNotFoundException">libtorch is not there.</exception>
    public static Check Run()
    {
        var watch = Stopwatch.StartNew();
        var ml = new MLContext(seed: 1);
        IDataView rows = ml.Data.LoadFromEnumerable(from i in Enumerable.Range(0, 256) select Row.At(i % 16 / 8f - 1, i / 16 / 8f - 1));
        foreach (int[] sizes in HiddenSizes)
        {
            var options = new MlpRegressionOptions { HiddenSizes = sizes, Optimizer = Optimizer.Adam(learningRate: 0.03), Epochs = 40, Patience = null, BatchSize = 64, Seed = 1, Device = TrainingDevice.Cpu };
            double rSquared = ml.Regression.Evaluate(ml.Regression.Trainers.Mlp(options).Fit(rows).Transform(rows)).RSquared;
            if (!(rSquared >= LeastRSquared))
            {
                return new Check("Training", CheckStatus.Fail, $"A network with {string.Join(" and ", sizes)} hidden units has not learned a plane (R squared {rSquared:F3}).",
                    "Please report this with the whole output of this command.");
            }
        }
        return new Check("Training", CheckStatus.Ok, $"Networks with 8 and with 128 and 128 hidden units learned a plane, in {watch.Elapsed.TotalSeconds:F1} s.");
    }

    private sealed class Row
    {
        [VectorType(2)]
        public required float[] Features { get; set; }

        public required float Label { get; set; }

        public static Row At(float x, float y) => new() { Features = [x, y], Label = 3 * x - 2 * y + 1 };
    }
}
