using MLNet.LossExperiments.Host.Formats;

namespace MLNet.LossExperiments.Host.Tables;

/// <summary>A column of texts, each kept once: categories, truth values or dates.</summary>
/// <param name="name">The column's name.</param>
/// <param name="kind">What the texts are.</param>
/// <param name="words">The different texts.</param>
/// <param name="codes">For each row the place of its text, or <see cref="Missing"/>.</param>
internal sealed class WordColumn(string name, ColumnKind kind, string[] words, int[] codes) : Column(name)
{
    public const int Missing = -1;

    public override ColumnKind Kind => kind;

    public override bool IsMissing(int row) => codes[row] == Missing;

    public override string TextOf(int row) => IsMissing(row) ? "" : words[codes[row]];

    /// <summary>The different texts, each with its number of rows.</summary>
    public IReadOnlyList<(string Text, int Rows)> CountTexts()
    {
        var counts = new int[words.Length];
        foreach (int code in codes)
        {
            if (code != Missing)
                counts[code]++;
        }
        return [.. words.Zip(counts)];
    }

    /// <summary>The column with other texts in place of its own.</summary>
    public WordColumn Map(Func<string, string> change)
    {
        string[] changed = [.. words.Select(change)];
        string[] different = [.. changed.Distinct(StringComparer.Ordinal)];
        Dictionary<string, int> places = different.Index().ToDictionary(word => word.Item, word => word.Index, StringComparer.Ordinal);
        return new WordColumn(Name, kind, different, [.. codes.Select(code => code == Missing ? Missing : places[changed[code]])]);
    }
}
