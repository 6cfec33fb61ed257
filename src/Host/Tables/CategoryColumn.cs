namespace MLNet.LossExperiments.Host.Tables;

/// <summary>A column of words, each kept once.</summary>
/// <param name="name">The column's name.</param>
/// <param name="words">The different words.</param>
/// <param name="codes">For each row the place of its word, or <see cref="Missing"/>.</param>
internal sealed class CategoryColumn(string name, string[] words, int[] codes) : Column(name)
{
    public const int Missing = -1;

    public override ColumnKind Kind => ColumnKind.Category;

    public override bool IsMissing(int row) => codes[row] == Missing;

    public override string TextOf(int row) => IsMissing(row) ? "" : words[codes[row]];
}
