using MLNet.LossExperiments.Host.Formats;

namespace MLNet.LossExperiments.Host.Tables;

/// <summary>A table in memory.</summary>
/// <param name="Source">The file that it was read from.</param>
/// <param name="Places">For each row where it is in the file: <see cref="RowReader.Place"/>.</param>
/// <param name="Columns">Its columns.</param>
internal sealed record Table(TableSource Source, IReadOnlyList<int> Places, IReadOnlyList<Column> Columns)
{
    private readonly Dictionary<string, Column> _byName = Columns.ToDictionary(column => column.Name, StringComparer.Ordinal);

    public int RowCount => Places.Count;

    /// <summary>The file's name, for messages.</summary>
    public string FileName => Source.Name;

    public Column this[string name] => _byName[name];

    /// <summary>The table with a column in place of the one of its name.</summary>
    public Table With(Column column) => new(Source, Places, [.. Columns.Select(own => own.Name == column.Name ? column : own)]);

    /// <summary>Where a row is, for messages: file and line.</summary>
    public string PlaceOf(int row) => Source.PlaceOf(Places[row]);
}
