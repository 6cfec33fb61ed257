using System.Globalization;
using MLNet.LossExperiments.Features;

namespace MLNet.LossExperiments.Tests.Features;

public sealed class DateFormatsTests
{
    [Theory]
    [InlineData("2024-03-31", "2024-03-31T00:00:00")]
    [InlineData(" 2024-03-31 ", "2024-03-31T00:00:00")]
    [InlineData("2024-03-31T14:05", "2024-03-31T14:05:00")]
    [InlineData("2024-03-31 14:05:30", "2024-03-31T14:05:30")]
    [InlineData("2024-03-31T14:05:30.25", "2024-03-31T14:05:30.25")]
    [InlineData("2024-03-31T14:05:30Z", "2024-03-31T14:05:30")]
    [InlineData("2024-03-31T14:05:30.1234567+02:00", "2024-03-31T12:05:30.1234567")]
    [InlineData("2024-03-31 23:30:00 -05:00", "2024-04-01T04:30:00")]
    [InlineData("2024-03-31 14:05:30+02", "2024-03-31T12:05:30")]
    [InlineData("2024/03/31", "2024-03-31T00:00:00")]
    [InlineData("2024/3/1 7:05", "2024-03-01T07:05:00")]
    [InlineData("31.03.2024", "2024-03-31T00:00:00")]
    [InlineData("1.3.2024 14:05:30", "2024-03-01T14:05:30")]
    [InlineData("03/31/2024", "2024-03-31T00:00:00")]
    [InlineData("3/4/2024 2:05 PM", "2024-03-04T14:05:00")]
    [InlineData("31/03/2024", "2024-03-31T00:00:00")]
    [InlineData("31-Mar-2024", "2024-03-31T00:00:00")]
    [InlineData("1-mar-2024 12:00:01 AM", "2024-03-01T00:00:01")]
    [InlineData("20240331", "2024-03-31T00:00:00")]
    public void TryRead_KnownFormat_GivesTheDate(string text, string expected)
    {
        Assert.True(DateFormats.TryRead(text, out DateTime date));
        Assert.Equal(DateTime.Parse(expected, CultureInfo.InvariantCulture), date);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("abc")]
    [InlineData("3.14159265")]
    [InlineData("12345678")]
    [InlineData("2023-02-29")]
    [InlineData("2024-13-01")]
    [InlineData("2024-3-1")]
    [InlineData("31.03.24")]
    [InlineData("13/13/2024")]
    [InlineData("2024-03-31T25:00")]
    [InlineData("2024-03-31 and more")]
    [InlineData("March 31, 2024")]
    [InlineData("10.0.0.127")]
    public void TryRead_NoDate_IsFalse(string text) => Assert.False(DateFormats.TryRead(text, out _));

    [Fact]
    public void TryRead_AnyCulture_GivesTheSame()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            culture.DateTimeFormat.DateSeparator = ".";
            culture.DateTimeFormat.TimeSeparator = "h";
            culture.DateTimeFormat.ShortDatePattern = "dd.MM.yyyy";
            CultureInfo.CurrentCulture = culture;
            Assert.True(DateFormats.TryRead("3/4/2024 10:20", out DateTime date));
            Assert.Equal(new DateTime(2024, 3, 4, 10, 20, 0), date);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
