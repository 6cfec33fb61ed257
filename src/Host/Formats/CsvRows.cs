using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace MLNet.LossExperiments.Host.Formats;

/// <summary>Reads separated text row by row, quoted values and line breaks inside them included. Blank lines are passed over.</summary>
internal sealed class CsvRows : RowReader
{
    private readonly string _name;
    private readonly CsvParser _parser;
    private readonly int _linesBefore;
    private int _place;

    /// <param name="name">The file's name, for messages.</param>
    /// <param name="reader">The text; disposed with the rows.</param>
    /// <param name="separator">What stands between two values.</param>
    /// <param name="cells">What texts in cells mean.</param>
    /// <param name="comment">What lines to pass over begin with; null for none.</param>
    /// <param name="linesBefore">How many lines of the file were read before.</param>
    public CsvRows(string name, TextReader reader, char separator, CellFormat cells, char? comment = null, int linesBefore = 0)
        : base(cells)
    {
        _name = name;
        _linesBefore = linesBefore;
        _parser = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = separator.ToString(),
            AllowComments = comment is not null,
            Comment = comment ?? '#',
            BadDataFound = RefuseUnclosedQuote,
        });
    }

    /// <summary>Refuses rows that do not have as many values, and says what has, and what to do; null to take all.</summary>
    public (int Count, string Origin, string Remedy)? Expected { get; init; }

    /// <summary>The number of values in the current row.</summary>
    public int Count => _parser.Count;

    /// <summary>The line of the file that the current row begins on.</summary>
    public override int Place => _place;

    public IReadOnlyList<string> Values => _parser.Record!;

    public override string TextOf(int column) => _parser[column];

    public override bool Read()
    {
        int lineBefore = _parser.RawRow;
        if (!_parser.Read())
            return false;
        bool isOneLine = _parser.RawRow == lineBefore + 1;
        _place = _linesBefore + _parser.RawRow - (isOneLine ? 0 : Values.Sum(CountLineBreaks));
        if (Expected is var (count, origin, remedy) && Count != count)
            throw CommandException.Failure($"{_name}, line {Place}: the row has {CountOf(Count, "value")}, but {origin} {CountOf(count, "column")}.{remedy}");
        return true;
    }

    protected override void Dispose(bool isDisposing) => _parser.Dispose();

    private static string CountOf(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";

    // A quote inside a value, as in 5" pipe, is text. One that opens a value and is never closed swallows the lines after it.
    private void RefuseUnclosedQuote(BadDataFoundArgs bad)
    {
        if (bad.Field.StartsWith('"'))
        {
            int line = _linesBefore + _parser.RawRow - CountLineBreaks(bad.Field);
            throw CommandException.Failure($"{_name}, line {line}: a quote is opened in {CellText.Quote(bad.Field)} that is not closed where the value ends. Close it, or write a quote inside a quoted value twice.");
        }
    }

    private static int CountLineBreaks(string text)
    {
        int breaks = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
                breaks++;
        }
        return breaks;
    }
}
