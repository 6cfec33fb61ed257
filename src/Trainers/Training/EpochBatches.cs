namespace MLNet.LossExperiments.Training;

/// <summary>The batches of an epoch: how many rows each has, and which short ones are left out.</summary>
/// <param name="rowCount">The number of training rows.</param>
/// <param name="batchSize">The number of rows of a full batch.</param>
/// <param name="dropsLast">Whether a batch that is not full is left out.</param>
/// <param name="isNormalized">Whether features pass batch normalisation.</param>
internal sealed class EpochBatches(int rowCount, int batchSize, bool dropsLast, bool isNormalized)
{
    /// <summary>The number of rows of a full batch.</summary>
    public int Size => batchSize;

    /// <summary>The most rows that a batch has.</summary>
    public int Largest => Math.Min(batchSize, rowCount);

    /// <summary>The number of batches that are trained on in an epoch, at least 1.</summary>
    public long Count => rowCount / batchSize + (rowCount % batchSize > 0 && !IsLeftOut(rowCount % batchSize, isFirst: rowCount < batchSize) ? 1 : 0);

    /// <summary>Whether a batch is left out. The variance of a single row is 0, so batch normalisation cannot learn from one. The first is never left out, or nothing would be learnt at all.</summary>
    public bool IsLeftOut(long rows, bool isFirst) => !isFirst && ((dropsLast && rows < batchSize) || (isNormalized && rows < 2));
}
