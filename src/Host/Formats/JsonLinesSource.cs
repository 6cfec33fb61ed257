namespace MLNet.LossExperiments.Host.Formats;

/// <summary>A text file with a JSON object on each line. Its columns are all keys, in the order in which they come; a row without a key has no value there.</summary>
internal sealed class JsonLinesSource : TableSource
{
    private readonly CellFormat _cells;

    private JsonLinesSource(InputFile file, IReadOnlyList<string> columnNames, CellFormat cells)
        : base(file, columnNames) => _cells = cells;

    public override string RowNoun => "line";

    public override DecimalMark DecimalMark => _cells.Mark;

    public override ReadingOptions Reading => new(null, null, _cells.Mark.IsUsed ? _cells.Mark.Character : null, null, _cells.MissingMarkers);

    public override IEnumerable<(string Sentence, bool IsWarning)> Remarks => RemarksOn(_cells);

    public override string Description => "JSON lines";

    /// <summary>Finds the columns: of a file that can be read again all keys, otherwise those of its beginning.</summary>
    /// <exception cref="CommandException">It holds no objects.</exception>
    public static JsonLinesSource Open(InputFile file, ReadingOptions said)
    {
        const int sampledLines = 100;
        var names = new List<string>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        using (var rows = new JsonLinesRows(file.Name, file.Open(), [], CellFormat.Usual))
        {
            while (!(file.IsReadOnce && rows.Place >= sampledLines) && rows.Read())
                names.AddRange(rows.Keys.Where(known.Add));
        }
        return names.Count > 0
            ? new JsonLinesSource(file, names, new CellFormat(new DecimalMark(said.DecimalMark ?? said.Trained?.DecimalMark ?? '.', isCertain: said.DecimalMark is not null), said.MissingMarkers))
            : throw CommandException.Failure($"{file.Path} holds no JSON object with a key.");
    }

    public override RowReader OpenRows() => new JsonLinesRows(Name, File.Open(), ColumnNames, _cells);
}
