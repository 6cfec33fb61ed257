using MLNet.LossExperiments.Host.Formats;

namespace MLNet.LossExperiments.Host.Tables;

/// <summary>Makes one class of its several spellings: the one that most rows have names it.</summary>
internal sealed class ClassFolding
{
    private const int MostShown = 3;

    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly List<string> _notes = [];
    private readonly Func<string, string> _common;

    private ClassFolding(bool isExact) => _common = isExact ? text => text.Trim() : ClassSpelling.Common;

    /// <param name="counts">The spellings, each with its number of rows.</param>
    /// <param name="isExact">Whether each spelling is a class of its own.</param>
    public static ClassFolding Of(IEnumerable<(string Text, int Rows)> counts, bool isExact)
    {
        var folding = new ClassFolding(isExact);
        foreach (IGrouping<string, (string Text, int Rows)> spellings in counts.GroupBy(count => folding._common(count.Text), StringComparer.Ordinal))
        {
            (string Text, int Rows)[] ordered = [.. spellings.OrderByDescending(spelling => spelling.Rows).ThenBy(spelling => spelling.Text, StringComparer.Ordinal)];
            folding._names.Add(spellings.Key, ordered[0].Text);
            if (ordered.Length > 1)
                folding._notes.Add($"{CellText.Quote(ordered[0].Text)} is also spelt {Enumerate(ordered[1..])}");
        }
        return folding;
    }

    /// <summary>The class that a text names; the text itself where it names none that is known.</summary>
    public string NameOf(string text) => _names.GetValueOrDefault(_common(text), text);

    /// <summary>The column with each class spelt in one way.</summary>
    public WordColumn Apply(WordColumn column) => column.Map(NameOf);

    /// <summary>What to tell of classes with several spellings; null where there are none.</summary>
    /// <param name="file">The file's name.</param>
    /// <param name="column">The label's column.</param>
    public string? Describe(string file, string column) => _notes.Count == 0
        ? null
        : $"{file}, column '{column}': class {string.Join("; class ", _notes.Take(MostShown))}{(_notes.Count > MostShown ? $"; and so on for {_notes.Count - MostShown} more" : "")}. Spellings of one class count as one; --exact-classes keeps them apart.";

    private static string Enumerate((string Text, int Rows)[] spellings) =>
        string.Join(", ", spellings.Take(MostShown).Select(spelling => $"{CellText.Quote(spelling.Text)} ({spelling.Rows} {(spelling.Rows == 1 ? "row" : "rows")})")) + (spellings.Length > MostShown ? " and otherwise" : "");
}
