using MLNet.LossExperiments.Host.Formats;

namespace MLNet.LossExperiments.Host.Tests.Formats;

public class CellFormatTests
{
    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("NA")]
    [InlineData("n/a")]
    [InlineData("NaN")]
    [InlineData("NULL")]
    [InlineData(" ? ")]
    public void IsMissing_Marker_IsTrue(string text) => Assert.True(CellFormat.Usual.IsMissing(text));

    [Theory]
    [InlineData("0")]
    [InlineData("no")]
    [InlineData("NAN1")]
    [InlineData("none")]
    public void IsMissing_Value_IsFalse(string text) => Assert.False(CellFormat.Usual.IsMissing(text));

    [Theory]
    [InlineData("1", 1f)]
    [InlineData(" -2.5e3 ", -2500f)]
    [InlineData("+.5", .5f)]
    [InlineData("1,000", 1000f)]
    [InlineData("-12,345,678.5", -12345678.5f)]
    public void TryReadNumber_Number_IsRead(string text, float expected)
    {
        Assert.True(CellFormat.Usual.TryReadNumber(text, out float number));
        Assert.Equal(expected, number);
    }

    [Theory]
    [InlineData("1,00")]
    [InlineData("1,0000")]
    [InlineData("1,000,00")]
    [InlineData(",000")]
    [InlineData("1e99")]
    [InlineData("Infinity")]
    [InlineData("0x10")]
    [InlineData("red")]
    public void TryReadNumber_NoFiniteNumber_IsRefused(string text) => Assert.False(CellFormat.Usual.TryReadNumber(text, out _));

    [Theory]
    [InlineData("1e99", "is not a number that 32 bits can hold (none is beyond ±3.4e38)")]
    [InlineData(" -1E+99", "is not a number that 32 bits can hold (none is beyond ±3.4e38)")]
    [InlineData("1e400", "is not a number that 32 bits can hold (none is beyond ±3.4e38)")]
    [InlineData("Infinity", "is not a finite number")]
    [InlineData("1,00", "is not a number with a decimal point (--decimal-mark , would read it)")]
    [InlineData("1,0,0", "is not a number")]
    [InlineData("red", "is not a number")]
    public void WhyNoNumber_NoFiniteNumber_SaysWhatIsWrong(string text, string expected) => Assert.Equal(expected, CellFormat.Usual.WhyNoNumber(text));

    [Fact]
    public void TryReadNumber_NearerToZeroThan32BitsKnow_IsZero()
    {
        Assert.True(CellFormat.Usual.TryReadNumber("1e-60", out float number));
        Assert.Equal(0, number);
    }

    [Fact]
    public void WhyNoNumber_DecimalComma_IsRespected() =>
        Assert.Equal("is not a number that 32 bits can hold (none is beyond ±3.4e38)", new CellFormat(',', []).WhyNoNumber("1,5e99"));

    [Fact]
    public void Quote_LongTextOfManyLines_IsShortAndOnOneLine()
    {
        string quoted = CellText.Quote(new string('x', 20) + "\n" + new string('y', 100));

        Assert.DoesNotContain('\n', quoted);
        Assert.True(quoted.Length < 50);
    }

    [Theory]
    [InlineData("1,5", 1.5f)]
    [InlineData("1.234,5", 1234.5f)]
    [InlineData("-0,25e2", -25f)]
    public void TryReadNumber_DecimalComma_IsRead(string text, float expected)
    {
        Assert.True(new CellFormat(',', []).TryReadNumber(text, out float number));
        Assert.Equal(expected, number);
    }

    [Theory]
    [InlineData("-", true)]
    [InlineData("none", true)]
    [InlineData("Unknown", true)]
    [InlineData("red", false)]
    public void IsMissingNumber_WordsForNothing_AreMissingAmongNumbersOnly(string text, bool expected)
    {
        Assert.Equal(expected, CellFormat.Usual.IsMissingNumber(text));
        Assert.False(CellFormat.Usual.IsMissing(text));
    }

    [Theory]
    [InlineData('.', " -999")]
    [InlineData('.', "-999.0")]
    [InlineData('.', "-9.99e2")]
    [InlineData(',', "-999,00")]
    [InlineData('.', "none of this")]
    public void IsMissing_MarkerOfTheUser_IsTrueHoweverTheNumberIsWritten(char mark, string text) => Assert.True(new CellFormat(mark, ["-999", "None of this"]).IsMissing(text));

    [Theory]
    [InlineData("-9990")]
    [InlineData("999")]
    [InlineData("-999.1")]
    [InlineData("none")]
    public void IsMissing_OtherThanTheMarkerOfTheUser_IsFalse(string text) => Assert.False(new CellFormat('.', ["-999", "None of this"]).IsMissing(text));
}
