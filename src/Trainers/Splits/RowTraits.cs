namespace MLNet.LossExperiments.Splits;

/// <summary>What a split of rows respects: by class, by group or by time. Times come before groups, which come before classes.</summary>
/// <param name="Count">The number of rows.</param>
internal sealed record RowTraits(int Count)
{
    /// <summary>The class of each row, numbers from 0; null where there are none.</summary>
    public IReadOnlyList<int>? Classes { get; init; }

    /// <summary>The group of each row, numbers from 0 without gaps; null where each row stands for itself.</summary>
    public IReadOnlyList<int>? Groups { get; init; }

    /// <summary>The time of each row, a number that grows with time; null where rows have no order.</summary>
    public IReadOnlyList<long>? Times { get; init; }

    /// <summary>The column of the groups, for messages.</summary>
    public string? GroupColumn { get; init; }

    /// <summary>The column of the times, for messages.</summary>
    public string? TimeColumn { get; init; }

    public int ClassOf(int row) => Classes?[row] ?? 0;

    /// <summary>The number of rows of each class; all rows where there are no classes.</summary>
    public long[] CountClasses()
    {
        var counts = new long[Classes is { Count: > 0 } ? Classes.Max() + 1 : 1];
        for (int row = 0; row < Count; row++)
            counts[ClassOf(row)]++;
        return counts;
    }

    /// <summary>Some of the rows; their groups are numbered anew.</summary>
    public RowTraits Of(IReadOnlyList<int> rows) => this with
    {
        Count = rows.Count,
        Classes = Classes is null ? null : [.. rows.Select(row => Classes[row])],
        Groups = Groups is null ? null : Numbered(rows.Select(row => Groups[row])),
        Times = Times is null ? null : [.. rows.Select(row => Times[row])],
    };

    /// <summary>Numbers from 0, the same for the same value, in the order in which values come.</summary>
    public static int[] Numbered<T>(IEnumerable<T> values)
        where T : notnull
    {
        var numbers = new Dictionary<T, int>();
        return [.. values.Select(value => numbers.TryGetValue(value, out int number) ? number : numbers[value] = numbers.Count)];
    }
}
