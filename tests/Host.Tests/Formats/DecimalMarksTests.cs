using MLNet.LossExperiments.Host.Formats;

namespace MLNet.LossExperiments.Host.Tests.Formats;

public class DecimalMarksTests
{
    [Theory]
    [InlineData("1.5", '.', true)]
    [InlineData("1,25", ',', true)]
    [InlineData("1.133,53", ',', true)]
    [InlineData("1,133.531", '.', true)]
    [InlineData("1.234.567", ',', true)]
    [InlineData("1,234,567", '.', true)]
    [InlineData("0,125", ',', true)]
    [InlineData(",125", ',', true)]
    [InlineData("1234,567", ',', true)]
    [InlineData("1 234,567", ',', true)]
    [InlineData("-1.250e3", '.', true)]
    [InlineData("1.250", '.', false)]
    [InlineData("-123,456", ',', false)]
    public void Read_Number_ShowsTheMarkCertainlyOrPerhaps(string text, char mark, bool isCertain) => Assert.Equal((mark, isCertain), DecimalMarks.Read(text));

    [Theory]
    [InlineData("12")]
    [InlineData("1 234")]
    [InlineData("5.")]
    [InlineData("a.b")]
    [InlineData("31.12.2024")]
    [InlineData("192.168.1.1")]
    [InlineData("")]
    public void Read_NoMarkOrNoNumber_ShowsNothing(string text) => Assert.Null(DecimalMarks.Read(text));

    [Theory]
    [InlineData(';', ',')]
    [InlineData(',', '.')]
    [InlineData('\t', '.')]
    public void Detect_NothingCertain_IsTheMarkThatGoesWithTheSeparator(char separator, char expected)
    {
        DecimalMark mark = DecimalMarks.Detect(["1,250", "8,125", "x"], separator);

        Assert.Equal((expected, false), (mark.Character, mark.IsCertain));
    }

    [Fact]
    public void Detect_SemicolonsAndPoints_IsAPoint() => Assert.Equal('.', DecimalMarks.Detect(["1.5", "2"], ';').Character);

    [Fact]
    public void DescribeDoubt_ThreeDigitsOnly_NamesTheNumberAndTheOption()
    {
        var mark = new DecimalMark('.', isCertain: false);

        mark.Watch("12");
        mark.Watch("1,250");

        Assert.Equal(
            "data.csv: '1,250' was read as 1250, and nothing in the file shows whether that is meant. If its comma stands before a fraction, give --decimal-mark ,; to confirm, --decimal-mark .",
            mark.DescribeDoubt("data.csv"));
    }

    [Fact]
    public void DescribeDoubt_ALaterNumberShowsTheMark_IsNothing()
    {
        var mark = new DecimalMark('.', isCertain: false);

        mark.Watch("1,250");
        mark.Watch("2.5");

        Assert.Null(mark.DescribeDoubt("data.csv"));
    }
}
