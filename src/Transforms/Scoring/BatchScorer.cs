using System.Buffers;

namespace MLNet.LossExperiments.Scoring;

/// <summary>Runs a forward pass over any number of rows in blocks that fit the cache, with pooled scratch space.</summary>
internal static class BatchScorer
{
    private const int RowsPerBlock = 64;

    /// <exception cref="ArgumentException">The number of features or of outputs does not fit the number of rows.</exception>
    public static void Run(ForwardPass forward, ReadOnlySpan<float> features, int rows, Span<float> outputs)
    {
        if (features.Length != (long)rows * forward.FeatureCount)
            throw new ArgumentException($"{rows} rows of a network with {forward.FeatureCount} features have {(long)rows * forward.FeatureCount} values, not {features.Length}.", nameof(features));
        if (outputs.Length != (long)rows * forward.OutputCount)
            throw new ArgumentException($"{rows} rows of a network with {forward.OutputCount} outputs have {(long)rows * forward.OutputCount} results, not {outputs.Length}.", nameof(outputs));
        int length = forward.ScratchLength(Math.Min(rows, RowsPerBlock));
        float[] scratch = ArrayPool<float>.Shared.Rent(length);
        try
        {
            for (int start = 0; start < rows; start += RowsPerBlock)
            {
                int count = Math.Min(RowsPerBlock, rows - start);
                forward.Run(
                    features.Slice(start * forward.FeatureCount, count * forward.FeatureCount),
                    count,
                    outputs.Slice(start * forward.OutputCount, count * forward.OutputCount),
                    scratch);
            }
        }
        finally
        {
            ArrayPool<float>.Shared.Return(scratch);
        }
    }
}
