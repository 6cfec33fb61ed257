namespace MLNet.LossExperiments.Catalogs;

/// <summary>Finds what somebody may have meant by a misspelt name.</summary>
internal static class NearestNames
{
    /// <summary>The names that begin with <paramref name="name"/>, or the other way round, or differ from it in at most a third of its letters; the nearest first.</summary>
    public static IReadOnlyList<string> Of(string name, IEnumerable<string> names) =>
    [
        .. from candidate in names
           let distance = Distance(name.ToUpperInvariant(), candidate.ToUpperInvariant())
           let isStart = name.Length > 1 && (candidate.StartsWith(name, StringComparison.OrdinalIgnoreCase) || name.StartsWith(candidate, StringComparison.OrdinalIgnoreCase))
           where isStart || distance <= Allowed(Math.Max(name.Length, candidate.Length))
           orderby isStart descending, distance, candidate
           select candidate
    ];

    // Between names of one or two letters every difference is a difference.
    private static int Allowed(int length) => length < 3 ? 0 : Math.Max(1, length / 3);

    // Damerau's distance, restricted: insertions, deletions, replacements and swaps of neighbours.
    private static int Distance(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
            d[i, 0] = i;
        for (int j = 0; j <= b.Length; j++)
            d[0, j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            for (int j = 1; j <= b.Length; j++)
            {
                int replace = d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                d[i, j] = Math.Min(replace, Math.Min(d[i - 1, j], d[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        }
        return d[a.Length, b.Length];
    }
}
