namespace MLNet.LossExperiments.Features;

/// <summary>What a network is told of a date: how long ago it is, and where in the year, the week and the day it lies, each as a point on a circle, so that the end of a period is near its beginning.</summary>
internal static class DateFeatureValues
{
    private static readonly DateTime Epoch = new(2000, 1, 1);
    private static readonly string[] NamesOfDates = ["days", "year-sin", "year-cos", "week-sin", "week-cos"];
    private static readonly string[] NamesOfTimes = [.. NamesOfDates, "day-sin", "day-cos"];

    /// <summary>The name of each value.</summary>
    public static IReadOnlyList<string> Names(bool hasTimeOfDay) => hasTimeOfDay ? NamesOfTimes : NamesOfDates;

    /// <summary>Computes the values of a date; the last two, of the time of day, if there is room for them.</summary>
    public static void Fill(DateTime date, Span<float> values)
    {
        double timeOfDay = date.TimeOfDay / TimeSpan.FromDays(1);
        int dayOfWeek = ((int)date.DayOfWeek + 6) % 7; // from 0 on Monday, as ISO 8601 counts
        values[0] = (float)(date - Epoch).TotalDays;
        SetPoint((date.DayOfYear - 1 + timeOfDay) / (DateTime.IsLeapYear(date.Year) ? 366 : 365), values[1..]);
        SetPoint((dayOfWeek + timeOfDay) / 7, values[3..]);
        if (values.Length == NamesOfTimes.Length)
            SetPoint(timeOfDay, values[5..]);
    }

    private static void SetPoint(double turns, Span<float> point)
    {
        (double sine, double cosine) = Math.SinCos(2 * Math.PI * turns);
        point[0] = (float)sine;
        point[1] = (float)cosine;
    }
}
