using System.Globalization;

namespace MLNet.LossExperiments.Reports;

/// <summary>Writes numbers for people: four significant digits, a decimal point in any culture. report.js writes those of the threshold in the same way.</summary>
internal static class Figure
{
    public const string None = "–";

    // A line does not break before it.
    private const string PerCent = "\u00a0%";

    public static string Show(double value)
    {
        if (!double.IsFinite(value))
            return None;
        if (value == Math.Round(value) && Math.Abs(value) < 1e7)
            return value.ToString("#,0", CultureInfo.InvariantCulture);
        double size = Math.Abs(value);
        if (size is >= 1e7 or < 1e-4)
            return value.ToString("0.###E+0", CultureInfo.InvariantCulture);
        int decimals = Math.Clamp(3 - (int)Math.Floor(Math.Log10(size)), 0, 6);
        return value.ToString($"N{decimals}", CultureInfo.InvariantCulture);
    }

    /// <summary>Without zeros at the end: settings, and where there is little room.</summary>
    public static string Short(double value) => double.IsFinite(value) ? value.ToString("G4", CultureInfo.InvariantCulture) : None;

    public static string Count(double value) => Show(value == Math.Round(value) ? value : Math.Round(value, 1));

    public static string Count(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    public static string Share(double value) => double.IsFinite(value) ? HundredTimes(value) + PerCent : None;

    /// <summary>A share where the per cent are said elsewhere.</summary>
    public static string HundredTimes(double value) => double.IsFinite(value) ? (100 * value).ToString("0.0", CultureInfo.InvariantCulture) : None;

    public static string Percent(double value) => (100 * value).ToString("0.##", CultureInfo.InvariantCulture) + PerCent;

    public static string Interval(double low, double high) => double.IsFinite(low) && double.IsFinite(high) ? $"{Show(low)} to {Show(high)}" : None;

    public static string PValue(double value) => !double.IsFinite(value) ? None : value < 0.001 ? "< 0.001" : value.ToString("0.000", CultureInfo.InvariantCulture);

    public static string Seconds(double value) => !double.IsFinite(value) ? None : value < 120 ? $"{value.ToString("0.0", CultureInfo.InvariantCulture)} s" : $"{(value / 60).ToString("0.0", CultureInfo.InvariantCulture)} min";

    /// <summary>A point in time, where it is one.</summary>
    public static string Time(string iso) => DateTimeOffset.TryParse(iso, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time) ? time.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture) : iso;

    public static string Many(long count, string one, string? many = null) => $"{Count(count)} {(count == 1 ? one : many ?? one + "s")}";
}
