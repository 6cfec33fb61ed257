using System.Globalization;

namespace MLNet.LossExperiments.Features;

/// <summary>One way to write a date, with or without a time of day after it. The same in every culture.</summary>
internal sealed class DateFormat
{
    private const DateTimeStyles Styles = DateTimeStyles.AllowLeadingWhite | DateTimeStyles.AllowTrailingWhite | DateTimeStyles.AdjustToUniversal;

    private readonly string[] _patterns;

    /// <param name="date">The pattern of the date, as .NET writes patterns; the format's name too.</param>
    /// <param name="times">The patterns of what may follow.</param>
    public DateFormat(string date, params IEnumerable<string> times)
    {
        Name = date;
        _patterns = [date, .. times.Select(time => date + time)];
    }

    public string Name { get; }

    /// <summary>Reads a date; a time with a zone becomes that of UTC.</summary>
    public bool TryRead(ReadOnlySpan<char> text, out DateTime date) => DateTime.TryParseExact(text, _patterns, CultureInfo.InvariantCulture, Styles, out date);
}
