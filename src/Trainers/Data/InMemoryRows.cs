using TorchSharp;

namespace MLNet.LossExperiments.Data;

/// <summary>Rows in memory, one block: a table or, of a table that others share, some rows.</summary>
/// <param name="table">The table.</param>
/// <param name="selection">The places of the rows in it, [count] of 64-bit integers; null for all.</param>
internal sealed class InMemoryRows(RowTable table, torch.Tensor? selection = null) : RowSource
{
    public RowTable Table => table;

    public torch.Tensor? Selection => selection;

    public override int Count => selection is null ? table.Count : (int)selection.size(0);

    public override IEnumerable<RowTable> Blocks() => [selection is null ? table : table.Select(selection)];
}
