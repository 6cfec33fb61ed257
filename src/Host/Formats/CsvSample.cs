namespace MLNet.LossExperiments.Host.Formats;

/// <summary>The first rows of a text, as a separator divides them, and where among them the table begins.</summary>
internal sealed class CsvSample
{
    private const int MostRows = 100;
    private const double LeastEvenness = 0.9;

    private readonly List<(int Line, string[] Values)> _rows = [];
    private readonly int _width;
    private readonly int _first;

    private CsvSample(string name, string text, char separator, char? comment, int linesBefore, bool findsBeginning)
    {
        Separator = separator;
        using var reader = new CsvRows(name, new StringReader(text), separator, CellFormat.Usual, comment, linesBefore);
        try
        {
            while (_rows.Count < MostRows && reader.Read())
                _rows.Add((reader.Place, [.. reader.Values]));
        }
        catch (CommandException e)
        {
            // A row that cannot be parsed ends the sample: the separator is wrong, or the sample's end left a quote open. A fault of the file is found when all of it is read.
            Fault = e;
        }
        _width = UsualWidth();
        _first = findsBeginning ? FindBeginning() : 0;
    }

    public char Separator { get; }

    /// <summary>What ended the sample; null where nothing did.</summary>
    public CommandException? Fault { get; }

    public bool IsEmpty => _rows.Count == 0;

    /// <summary>The rows of the table, the header among them.</summary>
    public IEnumerable<string[]> Rows => _rows.Skip(_first).Select(row => row.Values);

    /// <summary>The line that the table begins on, from 1.</summary>
    public int FirstLine => _rows[_first].Line;

    /// <summary>The share of rows that have as many values as the table's first; 0 for a separator that does not occur in that.</summary>
    public double Evenness => IsEmpty || _rows[_first].Values.Length == 1 ? 0 : _rows.Count(row => row.Values.Length == _rows[_first].Values.Length) / (double)_rows.Count;

    /// <summary>The number of values that most rows have, where the table's first has another; otherwise null.</summary>
    public int? OtherWidth => _width > 1 && _rows[_first].Values.Length != _width ? _width : null;

    /// <param name="name">The file's name, for messages.</param>
    /// <param name="text">The beginning of the file.</param>
    /// <param name="separator">What stands between two values.</param>
    /// <param name="comment">What lines to pass over begin with; null for none.</param>
    /// <param name="linesBefore">How many lines were taken away before the text.</param>
    /// <param name="findsBeginning">Whether lines before the table may be passed over.</param>
    public static CsvSample Parse(string name, string text, char separator, char? comment, int linesBefore, bool findsBeginning) => new(name, text, separator, comment, linesBefore, findsBeginning);

    private int UsualWidth() => _rows.Where(row => row.Values.Length > 1).CountBy(row => row.Values.Length).OrderByDescending(width => width.Value).FirstOrDefault().Key;

    // Lines before the table have no separators, or far fewer: a header that lacks a single name is a fault to tell.
    private int FindBeginning()
    {
        int first = _rows.FindIndex(row => row.Values.Length == _width);
        if (first < 0 || _rows.Take(first).Any(row => row.Values.Length != 1 && row.Values.Length >= _width - 1))
            return 0;
        int full = _rows.FindIndex(first, row => !IsTitle(row.Values));
        int found = full < 0 || _rows[full].Values.Length != _width ? first : full;
        // Sentences with commas are no table.
        int even = _rows.Skip(found).Count(row => row.Values.Length == _width);
        return even >= LeastEvenness * (_rows.Count - found) ? found : 0;
    }

    // Spreadsheets fill the line of a title up with empty values.
    private static bool IsTitle(string[] values)
    {
        string[] filled = [.. values.Where(value => !string.IsNullOrWhiteSpace(value))];
        return values.Length > 2 && filled.Length <= 1 && !filled.Any(value => NumberText.With('.').TryRead(value, out double _));
    }
}
