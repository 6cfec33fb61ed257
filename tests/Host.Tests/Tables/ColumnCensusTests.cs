using MLNet.LossExperiments.Host.Formats;

namespace MLNet.LossExperiments.Host.Tests.Tables;

public class ColumnCensusTests
{
    [Fact]
    public void Kind_NumbersAndMissing_IsNumber() => Assert.Equal(ColumnKind.Number, KindOf("1", "2.5", "", "NA", "?"));

    [Fact]
    public void Kind_AllMissing_IsNumber() => Assert.Equal(ColumnKind.Number, KindOf("", "NA"));

    [Fact]
    public void Kind_Words_IsCategory() => Assert.Equal(ColumnKind.Category, KindOf("red", "blue", "", "red"));

    [Fact]
    public void Kind_TruthValuesInAnySpelling_IsBoolean() => Assert.Equal(ColumnKind.Boolean, KindOf("true", "FALSE", "Yes", "", "n"));

    [Fact]
    public void Kind_OneSlipAmongFewNumbers_IsNumber() => Assert.Equal(ColumnKind.Number, KindOf("1", "2", "x"));

    [Fact]
    public void Kind_HalfWords_IsCategory() => Assert.Equal(ColumnKind.Category, KindOf("1", "x"));

    [Theory]
    [InlineData(95, 5, ColumnKind.Number)]
    [InlineData(94, 6, ColumnKind.Category)]
    public void Kind_FivePercentOfWords_IsTheLimit(int numbers, int words, object expected) =>
        Assert.Equal(expected, KindOf([.. Enumerable.Repeat("1", numbers), .. Enumerable.Repeat("x", words)]));

    [Theory]
    [InlineData("2024-02-29", "2024-03-01")]
    [InlineData("31.12.2023", "")]
    [InlineData("2024-02-29T12:30:00Z", "NA")]
    public void Kind_Dates_IsDate(string one, string other) => Assert.Equal(ColumnKind.Date, KindOf(one, other));

    [Fact]
    public void Kind_DatesAndWords_IsCategory() => Assert.Equal(ColumnKind.Category, KindOf("2024-02-29", "soon"));

    [Fact]
    public void Kind_NumbersAndWordsForNothing_IsNumber() => Assert.Equal(ColumnKind.Number, KindOf("1", "-", "none", "3"));

    [Fact]
    public void Kind_TruthValuesAndAWordForNothing_IsCategory() => Assert.Equal(ColumnKind.Category, KindOf("yes", "no", "unknown"));

    private static ColumnKind KindOf(params string[] values) => Samples.KindsOf("column,other\n" + string.Concat(values.Select(value => $"{value},1\n")))[0];
}
