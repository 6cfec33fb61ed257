namespace MLNet.LossExperiments.Host.Tables;

/// <summary>A table in memory.</summary>
/// <param name="FileName">The name of the file that it was read from, for messages.</param>
/// <param name="Lines">For each row the line of the file that it begins on, from 1.</param>
/// <param name="Columns">Its columns.</param>
internal sealed record Table(string FileName, IReadOnlyList<int> Lines, IReadOnlyList<Column> Columns)
{
    private readonly Dictionary<string, Column> _byName = Columns.ToDictionary(column => column.Name, StringComparer.Ordinal);

    public int RowCount => Lines.Count;

    public Column this[string name] => _byName[name];
}
