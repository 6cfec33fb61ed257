using MLNet.LossExperiments.Network;
using MLNet.LossExperiments.Simd;
using TorchSharp;

namespace MLNet.LossExperiments.Experiments;

/// <summary>How many networks are trained at once: as many as pay. Measured in benchmarks/README.md.</summary>
internal static class CohortSize
{
    // What calling libtorch for a step costs is shared among the members; beyond some hundreds nothing is left of it.
    private const long Most = 128;

    /// <summary>How many small networks a cohort should have before its cells are shared out among cores.</summary>
    public const int LeastThatPays = 100;

    // Where the networks do their arithmetic in libtorch, a step is to have enough of it to keep the cores busy, and no more.
    private const long ProductsThatKeepBusy = 160_000_000;

    // What is read and written in a step is to stay in the caches, or not far from them.
    private const long MostBytes = 32 << 20;

    /// <param name="shape">The architecture.</param>
    /// <param name="batchSize">The rows of a step.</param>
    /// <param name="device">Where training goes on.</param>
    public static int Of(NetworkShape shape, int batchSize, torch.Device device)
    {
        long products = Math.Max(1, 3L * batchSize * shape.Layers.Sum(layer => (long)layer.Inputs * layer.Outputs));
        long bytes = SimdTape.SizeOf(shape, Panel.PaddedRows(batchSize)) + 4 * 6 * shape.ParameterCount;
        long pays = TrainingPass.IsForSimd(shape, device, batchSize) ? Most : ProductsThatKeepBusy / products;
        return (int)Math.Clamp(Math.Min(pays, MostBytes / bytes), 1, Most);
    }
}
