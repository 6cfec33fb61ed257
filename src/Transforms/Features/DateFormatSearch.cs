namespace MLNet.LossExperiments.Features;

/// <summary>Finds the format that all rows of a column follow: drops the formats that a row does not fit, row by row.</summary>
/// <param name="column">The column's name, for messages.</param>
internal sealed class DateFormatSearch(string column)
{
    private readonly List<DateFormat> _candidates = [.. DateFormats.All];
    private long _rows;
    private bool _isAnyDate;

    /// <summary>Whether any row has a time of day other than midnight.</summary>
    public bool HasTimeOfDay { get; private set; }

    /// <summary>Takes the next row.</summary>
    /// <exception cref="InvalidDataException">It holds something else than a date, or one in another format than the rows before it.</exception>
    public void Add(ReadOnlySpan<char> text)
    {
        _rows++;
        if (text.IsWhiteSpace())
            return;
        DateFormat[] before = [.. _candidates];
        for (int i = _candidates.Count - 1; i >= 0; i--)
        {
            if (_candidates[i].TryRead(text, out DateTime date))
                HasTimeOfDay |= date.TimeOfDay != TimeSpan.Zero;
            else
                _candidates.RemoveAt(i);
        }
        if (_candidates.Count == 0)
            throw Refuse(text, before);
        _isAnyDate = true;
    }

    /// <summary>The format of all rows; of several that fit all, the first in the list of all formats.</summary>
    /// <exception cref="InvalidDataException">No row holds a date.</exception>
    public DateFormat Result() =>
        _isAnyDate ? _candidates[0] : throw new InvalidDataException($"The column '{column}' has no date in any row, so that nothing can be learned of its format.");

    private InvalidDataException Refuse(ReadOnlySpan<char> text, DateFormat[] before)
    {
        string start = $"Row {_rows} of the column '{column}' holds '{text}', which is no date in ";
        return new InvalidDataException(_isAnyDate
            ? $"{start}the format of the rows before it ({Names(before)}). All rows must follow one format."
            : $"{start}any of the formats that are known: {Names(before)}.");
    }

    private static string Names(IEnumerable<DateFormat> formats) => string.Join(", ", formats.Select(format => format.Name));
}
