namespace MLNet.LossExperiments.Splits;

/// <summary>How far a part of the rows, made of whole groups, is from its share of all rows and of each class.</summary>
internal sealed class GroupBalance
{
    private readonly double _share;
    private readonly long _rows;
    private readonly long[] _classRows;
    private readonly long[] _taken;
    private readonly int _classes;

    /// <param name="groups">All groups.</param>
    /// <param name="share">The share that the part is to have.</param>
    public GroupBalance(IReadOnlyList<RowGroup> groups, double share)
    {
        _share = share;
        _rows = groups.Sum(group => group.Size);
        _classRows = new long[groups.SelectMany(group => group.Classes).Max(of => of.Class) + 1];
        foreach ((int c, long count) in groups.SelectMany(group => group.Classes))
            _classRows[c] += count;
        _taken = new long[_classRows.Length];
        _classes = _classRows.Count(rows => rows > 0);
    }

    /// <summary>The rows of the part.</summary>
    public long Size { get; private set; }

    public bool Has(int c) => _taken[c] > 0;

    public void Take(RowGroup group)
    {
        Size += group.Size;
        foreach ((int c, long count) in group.Classes)
            _taken[c] += count;
    }

    /// <summary>By how much the part would be further from its share with a group; negative where it would be nearer. Sizes count as much as all classes together.</summary>
    public double CostOf(RowGroup group)
    {
        double classes = group.Classes.Sum(of => Added(_taken[of.Class], of.Count, _classRows[of.Class]));
        return Added(Size, group.Size, _rows) + classes / _classes;
    }

    private double Added(long taken, long count, long rows)
    {
        double before = (double)taken / rows - _share, after = (double)(taken + count) / rows - _share;
        return after * after - before * before;
    }
}
