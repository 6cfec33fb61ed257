using System.Text;

namespace MLNet.LossExperiments.Host.Formats;

/// <summary>A text file with a row on each line: CSV, TSV, or with another separator.</summary>
internal sealed class CsvSource : TableSource
{
    private readonly CsvFormat _format;
    private readonly Encoding _encoding;

    private CsvSource(InputFile file, CsvFormat format, Encoding encoding)
        : base(file, Formats.ColumnNames.From(format.FirstRow, format.HasHeader))
    {
        _format = format;
        _encoding = encoding;
    }

    public override string RowNoun => "line";

    public override string Description
    {
        get
        {
            string separator = _format.Separator switch { ',' => "commas", ';' => "semicolons", '\t' => "tabs", var other => $"'{other}'" };
            string numbers = _format.Cells.DecimalMark == ',' ? ", decimal commas" : "";
            string header = _format.HasHeader ? "" : ", no header";
            return $"text with {separator}{numbers}{header}, {_encoding.WebName}";
        }
    }

    public override ReadingOptions Reading => new(_format.HasHeader, _format.Separator, _format.Cells.DecimalMark, _encoding, _format.Cells.MissingMarkers);

    public override char DecimalMark => _format.Cells.DecimalMark;

    public override bool? HasHeader => _format.HasHeader;

    private protected override string NamingDoubt => _format.HasHeader ? "" : " Its first row was not taken for a header; if it is one, give --has-header true.";

    /// <summary>Finds the format of a file and the names of its columns.</summary>
    /// <param name="file">The file.</param>
    /// <param name="beginning">Its first bytes, unpacked.</param>
    /// <param name="said">What the user says of it.</param>
    public static CsvSource Open(InputFile file, ReadOnlySpan<byte> beginning, ReadingOptions said)
    {
        Encoding encoding = said.Encoding ?? TextEncoding.Detect(beginning);
        using var reader = new StreamReader(file.Open(), encoding);
        CsvFormat format = CsvFormat.Detect(file.Name, reader, said) ?? throw CommandException.Failure($"{file.Path} is empty.");
        return new CsvSource(file, format, encoding);
    }

    public override RowReader OpenRows()
    {
        var rows = new CsvRows(Name, new StreamReader(File.Open(), _encoding, true, 1 << 16), _format.Separator, _format.Cells)
        {
            Expected = (ColumnNames.Count, _format.HasHeader ? "the header names" : "the first row has"),
        };
        if (_format.HasHeader)
            rows.Read();
        return rows;
    }
}
