using System.Text;

namespace MLNet.LossExperiments.Host.Formats;

/// <summary>A text file with a row on each line: CSV, TSV, or with another separator.</summary>
internal sealed class CsvSource : TableSource
{
    private readonly CsvFormat _format;
    private readonly Encoding _encoding;
    private readonly ReadingOptions _said;

    private CsvSource(InputFile file, CsvFormat format, Encoding encoding, ReadingOptions said)
        : base(file, Formats.ColumnNames.From(format.FirstRow, format.HasHeader))
    {
        _format = format;
        _encoding = encoding;
        _said = said;
    }

    public override string RowNoun => "line";

    public override string Description
    {
        get
        {
            string numbers = _format.Cells.Mark is { Character: ',', IsUsed: true } ? ", decimal commas" : "";
            string header = _format.HasHeader ? "" : ", no header";
            return $"text with {NameOf(_format.Separator)}{numbers}{header}, {_encoding.WebName}";
        }
    }

    public override ReadingOptions Reading => new(_format.HasHeader, _format.Separator, _format.Cells.Mark.IsUsed ? _format.Cells.Mark.Character : null, _encoding, _format.Cells.MissingMarkers)
    {
        SkipLines = _format.Before.Count,
        Comment = _format.Comment,
    };

    public override DecimalMark DecimalMark => _format.Cells.Mark;

    public override bool? HasHeader => _format.HasHeader;

    public override IEnumerable<(string Sentence, bool IsWarning)> Remarks
    {
        get
        {
            if (_format.Skipped.ToArray() is [_, ..] skipped)
                yield return ($"{Name}: passed over {Quote(skipped)} before the table. --skip-lines says otherwise.", false);
            if (IsUnusual)
                yield return ($"{Name} was read as {Description}.", false);
            foreach ((string, bool) remark in RemarksOn(_format.Cells))
                yield return remark;
        }
    }

    // Found, not said, and other than most files are.
    private bool IsUnusual =>
        (_said.DecimalMark is null && _format.Cells.Mark is { Character: ',', IsUsed: true })
        || (_said.HasHeader is null && !_format.HasHeader)
        || (_said.Encoding is null && _encoding.CodePage != Encoding.UTF8.CodePage);

    private protected override string NamingDoubt =>
        (_format.HasHeader ? "" : " Its first row was not taken for a header; if it is one, give --has-header true.")
        + (_format.Skipped.Any() ? $" {Quote([.. _format.Skipped])} before the table was passed over; if the header is there, give --skip-lines." : "");

    /// <summary>A separator in a sentence.</summary>
    public static string NameOf(char separator) => separator switch { ',' => "commas", ';' => "semicolons", '\t' => "tabs", var other => $"'{other}'" };

    /// <summary>Finds the format of a file and the names of its columns.</summary>
    /// <param name="file">The file.</param>
    /// <param name="beginning">Its first bytes, unpacked.</param>
    /// <param name="said">What the user says of it.</param>
    public static CsvSource Open(InputFile file, ReadOnlySpan<byte> beginning, ReadingOptions said)
    {
        Encoding encoding = said.Encoding ?? TextEncoding.Detect(beginning);
        using var reader = new StreamReader(file.Open(), encoding);
        CsvFormat format = CsvFormat.Detect(file.Name, reader, said) ?? throw CommandException.Failure($"{file.Path} is empty.");
        return new CsvSource(file, format, encoding, said);
    }

    private static string Quote(string[] lines)
    {
        const int most = 3;
        string shown = string.Join(", ", lines.Take(most).Select(CellText.Quote));
        return lines.Length == 1 ? $"the line {shown}" : $"{lines.Length} lines ({shown}{(lines.Length > most ? " ..." : "")})";
    }

    public override RowReader OpenRows()
    {
        var text = new StreamReader(File.Open(), _encoding, true, 1 << 16);
        for (int i = 0; i < _format.Before.Count; i++)
            text.ReadLine();
        string remedy = _format.OtherWidth is { } other ? $" If the table of {other} columns begins further down, say with --skip-lines how many lines stand before it." : "";
        var rows = new CsvRows(Name, text, _format.Separator, _format.Cells, _format.Comment, _format.Before.Count)
        {
            Expected = (ColumnNames.Count, _format.HasHeader ? "the header names" : "the first row has", remedy),
        };
        if (_format.HasHeader)
            rows.Read();
        return rows;
    }
}
