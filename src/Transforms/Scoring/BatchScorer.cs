using System.Buffers;

namespace MLNet.LossExperiments.Scoring;

/// <summary>Predicts any number of rows in blocks that fit the cache, with pooled scratch space.</summary>
internal static class BatchScorer
{
    private const int RowsPerBlock = 64;

    /// <exception cref="ArgumentException">The number of features or of predictions does not fit the number of rows.</exception>
    public static void Run(Predictor predictor, ReadOnlySpan<float> features, int rows, Span<float> predictions)
    {
        if (features.Length != (long)rows * predictor.FeatureCount)
            throw new ArgumentException($"{rows} rows of a network with {predictor.FeatureCount} features have {(long)rows * predictor.FeatureCount} values, not {features.Length}.", nameof(features));
        if (predictions.Length != (long)rows * predictor.Width)
            throw new ArgumentException($"{rows} rows of a model that predicts {predictor.Width} values have {(long)rows * predictor.Width} results, not {predictions.Length}.", nameof(predictions));
        int length = predictor.ScratchLength(Math.Min(rows, RowsPerBlock));
        float[] scratch = ArrayPool<float>.Shared.Rent(length);
        try
        {
            for (int start = 0; start < rows; start += RowsPerBlock)
            {
                int count = Math.Min(RowsPerBlock, rows - start);
                predictor.Run(
                    features.Slice(start * predictor.FeatureCount, count * predictor.FeatureCount),
                    count,
                    predictions.Slice(start * predictor.Width, count * predictor.Width),
                    scratch);
            }
        }
        finally
        {
            ArrayPool<float>.Shared.Return(scratch);
        }
    }
}
