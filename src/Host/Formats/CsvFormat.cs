namespace MLNet.LossExperiments.Host.Formats;

/// <summary>How a text file holds a table. What the user does not say is found from the file's beginning.</summary>
/// <param name="Separator">What stands between two values.</param>
/// <param name="HasHeader">Whether the first row names the columns.</param>
/// <param name="Cells">What texts in cells mean.</param>
/// <param name="FirstRow">The first row.</param>
internal sealed record CsvFormat(char Separator, bool HasHeader, CellFormat Cells, IReadOnlyList<string> FirstRow)
{
    private const int SampleLength = 1 << 16;
    private const int MostSampled = 1 << 22;
    private const int SampleRows = 100;

    // The rarer inside values first, since the first of equals wins.
    private static readonly char[] Separators = ['\t', ';', '|', ','];

    /// <summary>Finds the format of a file; null where it is empty.</summary>
    /// <param name="name">The file's name, for messages.</param>
    /// <param name="reader">The file, from its beginning.</param>
    /// <param name="said">What the user says of it.</param>
    public static CsvFormat? Detect(string name, TextReader reader, ReadingOptions said)
    {
        string sample = ReadSample(reader);
        if (string.IsNullOrWhiteSpace(sample))
            return null;
        char[] separators = said.Separator is { } given ? [given] : Separators;
        Sample best = separators.Select(separator => Parse(name, sample, separator)).MaxBy(candidate => candidate.Evenness)!;
        if (best.Rows.Count == 0)
            throw best.Fault!;
        var cells = new CellFormat(said.DecimalMark ?? said.Trained?.DecimalMark ?? DecimalMarks.Detect(best.Rows.SelectMany(row => row)), said.MissingMarkers);
        return new CsvFormat(best.Separator, said.HasHeader ?? NamesColumns(best.Rows, cells), cells, best.Rows[0]);
    }

    // Whole lines; a first line of ten thousand columns may be longer than the usual sample.
    private static string ReadSample(TextReader reader)
    {
        var buffer = new char[SampleLength];
        int length = reader.ReadBlock(buffer);
        while (length == buffer.Length && length < MostSampled && !buffer.AsSpan().Contains('\n'))
        {
            Array.Resize(ref buffer, 2 * buffer.Length);
            length += reader.ReadBlock(buffer.AsSpan(length));
        }
        bool isWhole = length < buffer.Length;
        int end = isWhole ? length : Array.LastIndexOf(buffer, '\n');
        return new string(buffer, 0, end < 0 ? length : end);
    }

    // A row that cannot be parsed ends the sample: the separator is wrong, or the sample's end left a quote open. A fault of the file is found when all of it is read.
    private static Sample Parse(string name, string text, char separator)
    {
        var rows = new List<string[]>();
        using var reader = new CsvRows(name, new StringReader(text), separator, CellFormat.Usual);
        try
        {
            while (rows.Count < SampleRows && reader.Read())
                rows.Add([.. reader.Values]);
            return new Sample(separator, rows, null);
        }
        catch (CommandException e)
        {
            return new Sample(separator, rows, e);
        }
    }

    /// <summary>
    /// Whether the first row is a header: its values differ and none is missing, and one of them is text above a column of numbers,
    /// or none of them is a number.
    /// </summary>
    private static bool NamesColumns(List<string[]> rows, CellFormat cells)
    {
        string[] first = rows[0];
        bool[] isNumber = [.. first.Select(text => cells.TryReadNumber(text, out _))];
        if (!isNumber.Contains(true))
            return true;
        bool areNames = !first.Any(cells.IsMissing) && first.Distinct(StringComparer.Ordinal).Count() == first.Length;
        return areNames && Enumerable.Range(0, first.Length).Any(column => !isNumber[column] && HoldsNumbersBelow(rows, column, cells));
    }

    private static bool HoldsNumbersBelow(List<string[]> rows, int column, CellFormat cells)
    {
        string[] below = [.. rows.Skip(1).Where(row => column < row.Length && !cells.IsMissing(row[column])).Select(row => row[column])];
        return below.Length > 0 && below.All(text => cells.TryReadNumber(text, out _));
    }

    /// <summary>The first rows, as a separator divides them.</summary>
    private sealed record Sample(char Separator, List<string[]> Rows, CommandException? Fault)
    {
        /// <summary>The share of rows with as many values as the first; 0 for a separator that does not occur in it.</summary>
        public double Evenness { get; } = Rows.Count == 0 || Rows[0].Length == 1 ? 0 : Rows.Count(row => row.Length == Rows[0].Length) / (double)Rows.Count;
    }
}
