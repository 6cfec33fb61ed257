namespace MLNet.LossExperiments.Reports.Tests.Rendering;

/// <summary>Numbers as people read them.</summary>
public sealed class FigureTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(24, "24")]
    [InlineData(1234, "1,234")]
    [InlineData(-12.3456, "-12.35")]
    [InlineData(0.98765, "0.9877")]
    [InlineData(0.00012345, "0.000123")]
    [InlineData(1234.56, "1,235")]
    [InlineData(12345678.9, "1.235E+7")]
    [InlineData(0.0000123, "1.23E-5")]
    [InlineData(double.NaN, "–")]
    [InlineData(double.NegativeInfinity, "–")]
    public void Show_ANumber_HasFourDigits(double value, string expected) => Assert.Equal(expected, Figure.Show(value));

    [Theory]
    [InlineData("2026-01-05T10:20:30Z", "2026-01-05 10:20 UTC")]
    [InlineData("2026-01-05T10:20:30+02:00", "2026-01-05 08:20 UTC")]
    [InlineData("yesterday", "yesterday")]
    public void Time_OfIso_IsReadable(string iso, string expected) => Assert.Equal(expected, Figure.Time(iso));

    [Theory]
    [InlineData(0.0004, "< 0.001")]
    [InlineData(0.04, "0.040")]
    [InlineData(double.NaN, "–")]
    public void PValue_ANumber_HasThreeDecimals(double value, string expected) => Assert.Equal(expected, Figure.PValue(value));
}
