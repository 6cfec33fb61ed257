namespace MLNet.LossExperiments.Data;

/// <summary>The memory that rows are read into, used again by each reader of the same rows: a reader of its own for every pass would leave gigabytes to the garbage collector.</summary>
/// <param name="featureCount">The number of features.</param>
/// <param name="targetWidth">The number of numbers of a label.</param>
internal sealed class RowBuffers(int featureCount, int targetWidth)
{
    public RowBuffer Features { get; } = new(featureCount);

    public RowBuffer Targets { get; } = new(targetWidth);

    public RowBuffer Weights { get; } = new(1);
}
