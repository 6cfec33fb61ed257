using MLNet.LossExperiments.Features;

namespace MLNet.LossExperiments.Tests.Features;

public sealed class DateFeatureValuesTests
{
    private static float[] Values(DateTime date, bool hasTimeOfDay = true)
    {
        var values = new float[DateFeatureValues.Names(hasTimeOfDay).Count];
        DateFeatureValues.Fill(date, values);
        return values;
    }

    // 1 January 2000 was a Saturday, 5 days after a Monday: sin and cos of 2π 5/7.
    [Fact]
    public void Fill_FirstDayOf2000_IsTheOrigin() =>
        Assert.Equal([0, 0, 1, -0.974928f, -0.222521f, 0, 1], Values(new DateTime(2000, 1, 1)).Select(value => MathF.Round(value, 6)));

    // Day 182.75 of 366 (30 days of June gone since day 152, 18 hours), Monday 1 July 2024, three quarters of the day; 8948 days after the first.
    [Fact]
    public void Fill_LeapYear_CountsItsDays()
    {
        double year = 2 * Math.PI * 182.75 / 366, week = 2 * Math.PI * 0.75 / 7;
        float[] expected = [8948.75f, (float)Math.Sin(year), (float)Math.Cos(year), (float)Math.Sin(week), (float)Math.Cos(week), -1, 0];
        Assert.Equal(expected, Values(new DateTime(2024, 7, 1, 18, 0, 0)), (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public void Fill_EndAndStartOfAnyPeriod_AreNear()
    {
        float[] last = Values(new DateTime(2023, 12, 31, 23, 59, 59)), first = Values(new DateTime(2024, 1, 1));
        Assert.Equal(first[1..], last[1..], (a, b) => Math.Abs(a - b) < 1e-3);
    }

    [Fact]
    public void Fill_WithoutTimesOfDay_HasFiveValues() => Assert.Equal(Values(new DateTime(2024, 5, 6))[..5], Values(new DateTime(2024, 5, 6), hasTimeOfDay: false));
}
