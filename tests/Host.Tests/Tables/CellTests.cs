using MLNet.LossExperiments.Host.Tables;

namespace MLNet.LossExperiments.Host.Tests.Tables;

public class CellTests
{
    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("NA")]
    [InlineData("n/a")]
    [InlineData("NaN")]
    [InlineData("NULL")]
    [InlineData(" ? ")]
    public void IsMissing_Marker_IsTrue(string text) => Assert.True(Cell.IsMissing(text));

    [Theory]
    [InlineData("0")]
    [InlineData("no")]
    [InlineData("NAN1")]
    [InlineData("none")]
    public void IsMissing_Value_IsFalse(string text) => Assert.False(Cell.IsMissing(text));

    [Theory]
    [InlineData("1", 1f)]
    [InlineData(" -2.5e3 ", -2500f)]
    [InlineData("+.5", .5f)]
    public void TryReadNumber_Number_IsRead(string text, float expected)
    {
        Assert.True(Cell.TryReadNumber(text, out float number));
        Assert.Equal(expected, number);
    }

    [Theory]
    [InlineData("1,000")]
    [InlineData("1e99")]
    [InlineData("Infinity")]
    [InlineData("0x10")]
    [InlineData("red")]
    public void TryReadNumber_NoFiniteNumber_IsRefused(string text) => Assert.False(Cell.TryReadNumber(text, out _));

    [Fact]
    public void Quote_LongTextOfManyLines_IsShortAndOnOneLine()
    {
        string quoted = Cell.Quote(new string('x', 20) + "\n" + new string('y', 100));

        Assert.DoesNotContain('\n', quoted);
        Assert.True(quoted.Length < 50);
    }
}
