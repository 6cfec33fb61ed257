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
}
