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
    [InlineData("a;b\n1;2\n", ',')]
    [InlineData("a;b\n1,250;8,125\n", ',')]
    [InlineData("a;b\n1.133,53;2\n", ',')]
    [InlineData("a\tb\n1.133,53\t2\n", ',')]
    public void Detect_DecimalMark_IsTheOneThatNumbersShow(string text, char expected) => Assert.Equal(expected, Detect(text).Cells.Mark.Character);

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

        Assert.Equal((':', ',', false), (format.Separator, format.Cells.Mark.Character, format.HasHeader));
        Assert.Equal(["a", "b,c"], format.FirstRow);
    }

    [Theory]
    [InlineData("# exported 2024\na,b,y\n1,2,3\n4,5,6\n", "a,b,y", "# exported 2024")]
    [InlineData("Report\n\nof June\na;b;y\n1;2;3\n4;5;6\n", "a,b,y", "Report|of June")]
    [InlineData("Sales, 2024\na,b,c,y\n1,2,3,4\n5,6,7,8\n", "a,b,c,y", "Sales, 2024")]
    [InlineData("Report,,,\n,,,\na,b,c,y\n1,2,3,4\n5,6,7,8\n", "a,b,c,y", "Report,,,|,,,")]
    [InlineData("\n\na,b\n1,2\n", "a,b", "")]
    [InlineData("text\nhello, world\nfoo, bar\nplain\n", "text", "")]
    [InlineData("#id,y\n1,2\n3,4\n", "#id,y", "")]
    [InlineData(",y\n1,2\n3,4\n", ",y", "")]
    [InlineData("a,b\n1,2,3\n4,5,6\n", "a,b", "")]
    [InlineData("a,b,c,d\n1,2\n3,4\n", "a,b,c,d", "")]
    [InlineData("name,note\nx,\"a;b;c\"\ny,\"d;e;f\"\n", "name,note", "")]
    [InlineData("sep=;\na;b\n1,5;2\n", "a,b", "")]
    [InlineData("\"sep=|\"\r\nTitle\r\na|b\r\n1|2\r\n3|4\r\n", "a,b", "Title")]
    public void Detect_LinesBeforeTheTable_ArePassedOver(string text, string header, string skipped)
    {
        CsvFormat format = Detect(text);

        Assert.Equal(header, string.Join(',', format.FirstRow));
        Assert.Equal(skipped, string.Join('|', format.Skipped));
    }

    [Fact]
    public void Detect_ASeparatorLine_IsBelieved() => Assert.Equal(':', Detect("sep=:\na,b:y\n1,5:2\n").Separator);

    [Theory]
    [InlineData(0, "title")]
    [InlineData(1, "x,y")]
    [InlineData(2, "a,b")]
    public void Detect_SaidLines_AreTheOnlyOnesPassedOver(int lines, string header) => Assert.Equal(
        header, string.Join(',', CsvFormat.Detect("data.csv", new StringReader("title\nx,y\na,b\n1,2\n"), ReadingOptions.Unsaid with { SkipLines = lines, Separator = ',' })!.FirstRow));

    [Fact]
    public void Detect_MoreSaidLinesThanThereAre_SaysSo() => Assert.Equal(
        "data.csv has nothing after the 9 lines that --skip-lines passes over.",
        Assert.Throws<CommandException>(() => CsvFormat.Detect("data.csv", new StringReader("a,b\n1,2\n"), ReadingOptions.Unsaid with { SkipLines = 9 })).Message);

    private static CsvFormat Detect(string text) => CsvFormat.Detect("data.csv", new StringReader(text), ReadingOptions.Unsaid)!;
}
