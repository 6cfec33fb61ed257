namespace MLNet.LossExperiments.Data;

/// <summary>Rows in memory: one block.</summary>
internal sealed class InMemoryRows(RowTable table) : RowSource
{
    public RowTable Table => table;

    public override int Count => table.Count;

    public override IEnumerable<RowTable> Blocks() => [table];
}
