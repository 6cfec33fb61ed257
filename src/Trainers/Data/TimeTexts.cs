using System.Globalization;
using MLNet.LossExperiments.Features;

namespace MLNet.LossExperiments.Data;

/// <summary>Reads texts of times: all of them numbers, or all of them dates in one of the <see cref="DateFormats"/>.</summary>
internal sealed class TimeTexts
{
    private readonly string _column;
    private readonly DateFormat? _format;

    private TimeTexts(string column, DateFormat? format) => (_column, _format) = (column, format);

    /// <summary>Finds how the texts of a column are read.</summary>
    /// <param name="column">The column, for messages.</param>
    /// <param name="texts">All of its texts; those without one do not count.</param>
    /// <exception cref="MlpTrainingException">They are neither all numbers nor all dates of one format.</exception>
    public static TimeTexts Of(string column, IEnumerable<ReadOnlyMemory<char>> texts)
    {
        var search = new DateFormatSearch(column);
        bool areNumbers = true, mayBeDates = true;
        string? first = null;
        string fault = "";
        foreach (ReadOnlyMemory<char> text in texts)
        {
            if (text.Span.IsWhiteSpace())
                continue;
            first ??= text.ToString();
            areNumbers &= TryReadNumber(text.Span, out _);
            try
            {
                if (mayBeDates)
                    search.Add(text.Span);
            }
            catch (InvalidDataException e)
            {
                (mayBeDates, fault) = (false, e.Message);
            }
            if (!areNumbers && !mayBeDates)
                throw new MlpTrainingException($"The time column '{column}' must hold numbers, or dates of one format, to be put in order. {fault}");
        }
        return new TimeTexts(column, areNumbers || first is null ? null : search.Result());
    }

    /// <summary>A time as a number that grows with time.</summary>
    /// <exception cref="MlpTrainingException">The text is no time as the others are.</exception>
    public long Read(ReadOnlySpan<char> text)
    {
        if (_format is null && TryReadNumber(text, out double number))
            return Ordered(number);
        return _format is not null && _format.TryRead(text, out DateTime date)
            ? date.Ticks
            : throw new MlpTrainingException($"The time column '{_column}' holds '{text.ToString()}', which is not written as its other times are.");
    }

    /// <summary>Whole numbers of the same order as numbers.</summary>
    public static long Ordered(double number)
    {
        // −0 and 0 are one; the bits of negative numbers grow the other way.
        long bits = BitConverter.DoubleToInt64Bits(number + 0.0);
        return bits >= 0 ? bits : long.MinValue - bits;
    }

    private static bool TryReadNumber(ReadOnlySpan<char> text, out double number) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
}
