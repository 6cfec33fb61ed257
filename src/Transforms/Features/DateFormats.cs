namespace MLNet.LossExperiments.Features;

/// <summary>
/// The formats of dates that <see cref="DateFeaturesEstimator"/> knows, the same in every culture: ISO 8601 (<c>2024-03-31</c>, <c>2024-03-31T14:05:30Z</c>, with a space for the T, with or without seconds, fractions of them
/// and a zone), <c>2024/03/31</c>, <c>31.03.2024</c>, <c>03/31/2024</c>, <c>31/03/2024</c>, <c>31-Mar-2024</c> and <c>20240331</c>. After all but the last may stand a time, of 24 hours or, except for ISO 8601, of 12 with AM or PM.
/// </summary>
public static class DateFormats
{
    // The shortest is 1/1/2024; the longest has seven decimals, a zone and some blanks around it.
    private const int LeastLength = 8;
    private const int MostLength = 64;

    private static readonly string[] Times = [" H:mm", " H:mm:ss.FFFFFFF", " h:mm tt", " h:mm:ss tt"];

    /// <summary>All formats; where a text fits several, the first is meant.</summary>
    internal static IReadOnlyList<DateFormat> All { get; } =
    [
        new("yyyy-MM-dd", from start in (string[])["'T'", " "] from time in (string[])["HH:mm", "HH:mm:ss.FFFFFFF"] from zone in (string[])["K", "zz", " zzz"] select start + time + zone),
        new("yyyy/M/d", Times),
        new("d.M.yyyy", Times),
        new("M/d/yyyy", Times),
        new("d/M/yyyy", Times),
        new("d-MMM-yyyy", Times),
        new("yyyyMMdd"),
    ];

    /// <summary>Tells whether a text is a date in any of the formats, and which. Where the first two numbers of <c>03/04/2024</c> could both be the month, the first is.</summary>
    /// <param name="text">The text; blanks around it do not matter.</param>
    /// <param name="date">The date, with its time of day if it has one, in UTC if a zone is given.</param>
    /// <returns>Whether it is a date.</returns>
    public static bool TryRead(ReadOnlySpan<char> text, out DateTime date)
    {
        date = default;
        if (!MayBeDate(text))
            return false;
        foreach (DateFormat format in All)
        {
            if (format.TryRead(text, out date))
                return true;
        }
        return false;
    }

    /// <summary>Whether it is worth to look closer: all formats begin with a digit.</summary>
    internal static bool MayBeDate(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> trimmed = text.Trim();
        return trimmed.Length is >= LeastLength and <= MostLength && char.IsAsciiDigit(trimmed[0]);
    }
}
