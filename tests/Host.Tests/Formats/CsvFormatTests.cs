using MLNet.LossExperiments.Host.Formats;

namespace MLNet.LossExperiments.Host.Tests.Formats;

public class CsvFormatTests
{
    [Theory]
    [InlineData("a,b,c\n1,2,3\n", ',')]
    [InlineData("a\tb\tc\n1\t2\t3\n", '\t')]
    [InlineData("a;b;c\n1;2;3\n", ';')]
    [InlineData("a;b\n1,5;2,5\n3,5;4\n", ';')]
    [InlineData("name,note\nx,\"a;b;c\"\ny,\"d;e;f\"\n", ',')]
    [InlineData("\"a\",b\n\"x\",1\n", ',')]
    public void Detect_Separators_FindsTheEvenOne(string text, char expected) => Assert.Equal(expected, Detect(text).Separator);

    [Theory]
    [InlineData("a,b\n1,2\n", true)]
    [InlineData("1,2\n3,4\n", false)]
    [InlineData("0,1,label\n3,4,1\n5,6,0\n", true)]
    [InlineData("red,1\nblue,2\n", false)]
    [InlineData("color,size\nred,small\n", true)]
    [InlineData("?,1\n2,3\n4,5\n", false)]
    [InlineData("x,x\n1,2\n", true)]
    public void Detect_Header_IsTextAboveNumbers(string text, bool expected) => Assert.Equal(expected, Detect(text).HasHeader);

    [Theory]
    [InlineData("")]
    [InlineData("\n\n  \n")]
    public void Detect_Nothing_GivesNull(string text) => Assert.Null(CsvFormat.Detect("data.csv", new StringReader(text), ReadingOptions.Unsaid));

    [Fact]
    public void Detect_QuoteOpenAtTheEndOfTheSample_StillFindsTheFormat()
    {
        string text = "a,b\n" + string.Concat(Enumerable.Repeat("\"one\ntwo\",2\n", 10_000));

        CsvFormat format = Detect(text);

        Assert.Equal(',', format.Separator);
        Assert.Equal(["a", "b"], format.FirstRow);
    }

    [Theory]
    [InlineData("a;b\n1,5;2,25\n3;4\n", ',')]
    [InlineData("a;b\n1.5;2\n", '.')]
    [InlineData("a,b\n\"1,5\",\"2,5\"\n", ',')]
    [InlineData("a,b\n\"1,234\",\"5,678\"\n", '.')]
    [InlineData("a;b\n0,125;x\n", ',')]
    [InlineData("a;b\n1;2\n", '.')]
    public void Detect_DecimalMark_IsTheOneThatNumbersShow(string text, char expected) => Assert.Equal(expected, Detect(text).Cells.DecimalMark);

    [Fact]
    public void Detect_TenThousandColumns_FindsThemAll()
    {
        string header = string.Join(',', Enumerable.Range(0, 10_000).Select(i => $"a_rather_long_name_of_a_column_{i}"));
        CsvFormat format = Detect($"{header}\n{string.Join(',', Enumerable.Repeat("1", 10_000))}\n");

        Assert.Equal(10_000, format.FirstRow.Count);
        Assert.True(format.HasHeader);
    }

    [Fact]
    public void Detect_WhatTheUserSays_IsNotFoundOutOtherwise()
    {
        CsvFormat format = CsvFormat.Detect("data.csv", new StringReader("a:b,c\n1:2,5\n"), ReadingOptions.Unsaid with { Separator = ':', DecimalMark = ',', HasHeader = false })!;

        Assert.Equal((':', ',', false), (format.Separator, format.Cells.DecimalMark, format.HasHeader));
        Assert.Equal(["a", "b,c"], format.FirstRow);
    }

    private static CsvFormat Detect(string text) => CsvFormat.Detect("data.csv", new StringReader(text), ReadingOptions.Unsaid)!;
}
