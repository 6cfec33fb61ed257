namespace MLNet.LossExperiments.Splits;

/// <summary>A group of rows that stay together.</summary>
/// <param name="Size">The number of its rows.</param>
/// <param name="Classes">How many of them are of which class.</param>
internal sealed record RowGroup(long Size, IReadOnlyList<(int Class, long Count)> Classes)
{
    /// <summary>The groups of all rows, by their numbers.</summary>
    public static RowGroup[] AllOf(RowTraits rows)
    {
        var counts = new List<Dictionary<int, long>>();
        Count(rows, counts);
        return Of(counts);
    }

    /// <summary>Adds the rows of a block to what was counted before, by group and class.</summary>
    public static void Count(RowTraits rows, List<Dictionary<int, long>> counts)
    {
        for (int row = 0; row < rows.Count; row++)
        {
            while (counts.Count <= rows.Groups![row])
                counts.Add([]);
            Dictionary<int, long> own = counts[rows.Groups[row]];
            own[rows.ClassOf(row)] = own.GetValueOrDefault(rows.ClassOf(row)) + 1;
        }
    }

    public static RowGroup[] Of(IEnumerable<Dictionary<int, long>> counts) =>
        [.. counts.Select(own => new RowGroup(own.Values.Sum(), [.. own.OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value))]))];
}
