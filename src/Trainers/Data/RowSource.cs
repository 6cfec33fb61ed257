namespace MLNet.LossExperiments.Data;

/// <summary>Rows that can be passed over again and again: in memory as one block, or read anew in blocks each time.</summary>
internal abstract class RowSource
{
    /// <summary>The number of rows of a pass.</summary>
    public abstract int Count { get; }

    /// <summary>The rows, block by block, in the same order each time. A block lives until the next one is asked for; all but the last have the same number of rows.</summary>
    public abstract IEnumerable<RowTable> Blocks();
}
