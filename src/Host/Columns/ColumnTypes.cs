using MLNet.LossExperiments.Host.Formats;

namespace MLNet.LossExperiments.Host.Columns;

/// <summary>What the user says of columns.</summary>
/// <param name="Said">What a column holds, by its name or place.</param>
/// <param name="MostCategories">From how many categories on a column's are hashed.</param>
internal sealed record ColumnTypes(IReadOnlyList<KeyValuePair<string, ColumnKind>> Said, int MostCategories)
{
    public const int UsualMostCategories = 1000;

    /// <summary>Nothing.</summary>
    public static ColumnTypes Unsaid { get; } = new([], UsualMostCategories);

    /// <summary>What is said, by the places of the columns.</summary>
    /// <exception cref="CommandException">A column is not there, or two things are said of one.</exception>
    public IReadOnlyDictionary<int, ColumnKind> In(TableSource source)
    {
        var kinds = new Dictionary<int, ColumnKind>();
        foreach ((string column, ColumnKind kind) in Said)
        {
            int place = source.FindByNameOrPlace(column);
            if (kinds.TryGetValue(place, out ColumnKind other) && other != kind)
                throw CommandException.Usage($"--column-type says of '{column}' two things: {Text(other)} and {Text(kind)}.");
            kinds[place] = kind;
        }
        return kinds;
    }

    /// <summary>A kind as it is said.</summary>
    public static string Text(ColumnKind kind) => kind.ToString().ToLowerInvariant();
}
