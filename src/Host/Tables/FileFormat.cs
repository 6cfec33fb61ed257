namespace MLNet.LossExperiments.Host.Tables;

/// <summary>How a text file holds a table. Found from the file's beginning.</summary>
/// <param name="Separator">What stands between two values.</param>
/// <param name="HasHeader">Whether the first row names the columns.</param>
/// <param name="FirstRow">The first row.</param>
internal sealed record FileFormat(char Separator, bool HasHeader, IReadOnlyList<string> FirstRow)
{
    private const int SampleLength = 1 << 16;
    private const int SampleRows = 100;

    // The rarer inside values first, since the first of equals wins.
    private static readonly char[] Separators = ['\t', ';', ','];

    /// <summary>Finds the format of a file; null where it is empty.</summary>
    /// <param name="name">The file's name, for messages.</param>
    /// <param name="reader">The file, from its beginning.</param>
    public static FileFormat? Detect(string name, TextReader reader)
    {
        string sample = ReadSample(reader);
        if (string.IsNullOrWhiteSpace(sample))
            return null;
        Sample best = Separators.Select(separator => Parse(name, sample, separator)).MaxBy(candidate => candidate.Evenness)!;
        return best.Rows.Count > 0 ? new FileFormat(best.Separator, NamesColumns(best.Rows), best.Rows[0]) : throw best.Fault!;
    }

    private static string ReadSample(TextReader reader)
    {
        var buffer = new char[SampleLength];
        int length = reader.ReadBlock(buffer);
        bool isWhole = length < buffer.Length;
        int end = isWhole ? length : Array.LastIndexOf(buffer, '\n');
        return new string(buffer, 0, end < 0 ? length : end);
    }

    // A row that cannot be parsed ends the sample: the separator is wrong, or the sample's end left a quote open. A fault of the file is found when all of it is read.
    private static Sample Parse(string name, string text, char separator)
    {
        var rows = new List<string[]>();
        using var reader = new CsvRows(name, new StringReader(text), separator);
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
    private static bool NamesColumns(List<string[]> rows)
    {
        string[] first = rows[0];
        bool[] isNumber = [.. first.Select(text => Cell.TryReadNumber(text, out _))];
        if (!isNumber.Contains(true))
            return true;
        bool areNames = !first.Any(Cell.IsMissing) && first.Distinct(StringComparer.Ordinal).Count() == first.Length;
        return areNames && Enumerable.Range(0, first.Length).Any(column => !isNumber[column] && HoldsNumbersBelow(rows, column));
    }

    private static bool HoldsNumbersBelow(List<string[]> rows, int column)
    {
        string[] below = [.. rows.Skip(1).Where(row => column < row.Length && !Cell.IsMissing(row[column])).Select(row => row[column])];
        return below.Length > 0 && below.All(text => Cell.TryReadNumber(text, out _));
    }

    /// <summary>The first rows, as a separator divides them.</summary>
    private sealed record Sample(char Separator, List<string[]> Rows, CommandException? Fault)
    {
        /// <summary>The share of rows with as many values as the first; 0 for a separator that does not occur in it.</summary>
        public double Evenness { get; } = Rows.Count == 0 || Rows[0].Length == 1 ? 0 : Rows.Count(row => row.Length == Rows[0].Length) / (double)Rows.Count;
    }
}
