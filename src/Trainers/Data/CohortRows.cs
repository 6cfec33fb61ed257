using MLNet.LossExperiments.Native;
using MLNet.LossExperiments.Simd;
using TorchSharp;

namespace MLNet.LossExperiments.Data;

/// <summary>
/// The rows of all members of a cohort, the same number for each: either one source for all, in memory or streamed, or for each its own rows in memory. Members of different tables draw on one table of all, so
/// that rows are gathered for all members at once.
/// </summary>
internal sealed class CohortRows
{
    private readonly IReadOnlyList<RowSource> _sources;
    private readonly RowTable? _all;
    private readonly long[] _starts = [];

    /// <param name="sources">The rows of each member.</param>
    public CohortRows(IReadOnlyList<RowSource> sources)
    {
        Count = sources[0].Count;
        if (sources.Any(source => source.Count != Count))
            throw new ArgumentException("The members of a cohort have one number of rows.", nameof(sources));
        _sources = sources;
        if (sources.All(source => ReferenceEquals(source, sources[0])))
            return;
        RowTable[] held = [.. sources.Cast<InMemoryRows>().Select(source => source.Table)];
        RowTable[] tables = [.. held.Distinct<RowTable>(ReferenceEqualityComparer.Instance)];
        _all = tables.Length == 1 ? tables[0] : RowTable.Concatenate(tables);
        _starts = [.. held.Select(table => (long)Array.FindIndex(tables, other => ReferenceEquals(other, table)) * Count)];
    }

    /// <summary>The number of rows of each member.</summary>
    public int Count { get; }

    /// <summary>All rows of all members, in parts of at most <paramref name="most"/> rows, each member's in an order of its own within each block. A part lives until the next one is asked for.</summary>
    /// <param name="drawOrder">Draws the order of as many rows for a member.</param>
    /// <param name="most">The most rows of a part.</param>
    public IEnumerable<RowStack> Shuffled(OrderDrawing drawOrder, long most)
    {
        foreach (RowTable table in Blocks())
        {
            using DisposeScope scope = torch.NewDisposeScope();
            int count = _all is null ? table.Count : Count;
            torch.Tensor orders = Orders(drawOrder, count).to(table.Features.device);
            for (long start = 0; start < count; start += most)
            {
                using DisposeScope part = torch.NewDisposeScope();
                long size = Math.Min(most, count - start);
                yield return RowStack.Gathered(table, orders.narrow(1, start, size).flatten(), _sources.Count);
            }
        }
    }

    /// <summary>All rows of all members in their own order, in parts of at most <paramref name="most"/> rows. A part lives until the next one is asked for.</summary>
    public IEnumerable<RowStack> InOrder(long most)
    {
        foreach (RowTable table in Blocks())
        {
            int count = _all is null ? table.Count : Count;
            for (long start = 0; start < count; start += most)
            {
                using DisposeScope scope = torch.NewDisposeScope();
                long size = Math.Min(most, count - start);
                yield return _all is null
                    ? RowStack.Shared(table.Slice(start, size), _sources.Count)
                    : RowStack.Gathered(table, Places(start, (int)size).to(table.Features.device), _sources.Count);
            }
        }
    }

    /// <summary>All rows of all members, each block that has more than <paramref name="most"/> rows mixed, always in the same way, and divided into about equal parts. A part lives until the next one is asked for.</summary>
    public IEnumerable<RowStack> Mixed(long most)
    {
        if (Count <= most)
            return InOrder(most);
        long parts = (Count + most - 1) / most;
        return Shuffled(DrawFixed, (Count + parts - 1) / parts);

        static void DrawFixed(int member, Span<long> order)
        {
            ulong state = StreamStart.Of(0, StreamPurpose.Mixing);
            RandomOrder.Draw(ref state, order);
        }
    }

    private IEnumerable<RowTable> Blocks() => _all is null ? _sources[0].Blocks() : [_all];

    // The places of the rows of each member in its order, [members, count].
    private torch.Tensor Orders(OrderDrawing drawOrder, int count)
    {
        torch.Tensor orders = torch.empty([_sources.Count, count], torch.int64);
        for (int member = 0; member < _sources.Count; member++)
        {
            using torch.Tensor own = orders.select(0, member);
            Span<long> order = TensorMemory.SpanOf<long>(own);
            drawOrder(member, order);
            if (_all is null)
                continue;
            foreach (ref long row in order)
                row += _starts[member];
        }
        return orders;
    }

    private torch.Tensor Places(long start, int count) =>
        torch.tensor(_starts.SelectMany(first => Enumerable.Range(0, count).Select(row => first + start + row)).ToArray());
}
