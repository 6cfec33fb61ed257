namespace MLNet.LossExperiments.Host.Formats;

/// <summary>How a text file holds a table. What the user does not say is found from the file's beginning.</summary>
/// <param name="Separator">What stands between two values.</param>
/// <param name="HasHeader">Whether the first row names the columns.</param>
/// <param name="Cells">What texts in cells mean.</param>
/// <param name="Comment">What lines to pass over begin with; null for none.</param>
/// <param name="Before">The lines before the table.</param>
/// <param name="FirstRow">The first row.</param>
/// <param name="OtherWidth">The number of values that most rows of the beginning have, where the first has another; otherwise null.</param>
internal sealed record CsvFormat(char Separator, bool HasHeader, CellFormat Cells, char? Comment, IReadOnlyList<string> Before, IReadOnlyList<string> FirstRow, int? OtherWidth)
{
    private const int SampleLength = 1 << 16;
    private const int MostSampled = 1 << 22;

    // The rarer inside values first, since the first of equals wins.
    private static readonly char[] Separators = ['\t', ';', '|', ','];

    /// <summary>The lines before the table that hold something, but for comments that the user spoke of and a line that names the separator.</summary>
    public IEnumerable<string> Skipped => Before.Where((line, i) => !string.IsNullOrWhiteSpace(line) && !(Comment is { } mark && line.StartsWith(mark)) && !(i == 0 && SeparatorLine.Read(line) is not null));

    /// <summary>Finds the format of a file; null where it is empty.</summary>
    /// <param name="name">The file's name, for messages.</param>
    /// <param name="reader">The file, from its beginning.</param>
    /// <param name="said">What the user says of it.</param>
    public static CsvFormat? Detect(string name, TextReader reader, ReadingOptions said)
    {
        string beginning = ReadSample(reader);
        if (string.IsNullOrWhiteSpace(beginning))
            return null;
        char? declared = SeparatorLine.Read(Lines(beginning).First());
        int before = said.SkipLines ?? (declared is null ? 0 : 1);
        string table = After(beginning, before);
        if (string.IsNullOrWhiteSpace(table))
            throw CommandException.Failure($"{name} has nothing after the {(before == 1 ? "line" : $"{before} lines")} that {(said.SkipLines is null ? "names the separator" : "--skip-lines passes over")}.");
        char[] separators = (said.Separator ?? declared) is { } known ? [known] : Separators;
        CsvSample best = separators.Select(separator => CsvSample.Parse(name, table, separator, said.Comment, before, said.SkipLines is null)).MaxBy(candidate => candidate.Evenness)!;
        if (best.IsEmpty)
            throw best.Fault ?? CommandException.Failure($"{name} holds comments only.");
        List<string[]> rows = [.. best.Rows];
        var cells = new CellFormat(FindMark(name, rows, best.Separator, said), said.MissingMarkers);
        return new CsvFormat(best.Separator, said.HasHeader ?? NamesColumns(rows, cells), cells, said.Comment, [.. Lines(beginning).Take(best.FirstLine - 1)], rows[0], best.OtherWidth);
    }

    // Where training rows showed the mark, other files are not asked: too few of their numbers may show it.
    private static DecimalMark FindMark(string name, List<string[]> rows, char separator, ReadingOptions said)
    {
        if (said.DecimalMark is { } given)
            return new DecimalMark(given, isCertain: true);
        DecimalMark own = DecimalMarks.Detect(rows.SelectMany(row => row), separator);
        if (said.Trained is not { DecimalMark: { } trained } training)
            return own;
        // What is written by another habit may have another meaning.
        bool isOtherHabit = training.Separator is not null && separator != training.Separator && own.Character != trained;
        if (isOtherHabit && rows.SelectMany(row => row).FirstOrDefault(text => NumberText.With(trained).IsDoubtful(text)) is { } doubtful)
        {
            string shown = own.IsCertain ? "" : $"{CsvSource.NameOf(separator)} between values, which go with ";
            throw CommandException.Failure(
                $"{name} has {shown}decimal {DecimalMark.NameOf(own.Character)}s. The rows that the model was trained on had {CsvSource.NameOf(training.Separator!.Value)} and decimal {DecimalMark.NameOf(trained)}s. "
                + $"Say how {CellText.Quote(doubtful)} is meant: --decimal-mark {own.Character} if a fraction follows its {DecimalMark.NameOf(own.Character)}, otherwise --decimal-mark {trained}");
        }
        return new DecimalMark(trained, isCertain: false);
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

    private static IEnumerable<string> Lines(string text)
    {
        using var reader = new StringReader(text);
        while (reader.ReadLine() is { } line)
            yield return line;
    }

    private static string After(string text, int lines)
    {
        using var reader = new StringReader(text);
        for (int i = 0; i < lines; i++)
            reader.ReadLine();
        return reader.ReadToEnd();
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
}
