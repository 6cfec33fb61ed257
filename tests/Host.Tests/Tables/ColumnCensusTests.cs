using MLNet.LossExperiments.Host.Tables;

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
    public void Kind_TruthValues_IsCategory() => Assert.Equal(ColumnKind.Category, KindOf("true", "false", "true"));

    [Fact]
    public void Kind_OneSlipAmongFewNumbers_IsNumber() => Assert.Equal(ColumnKind.Number, KindOf("1", "2", "x"));

    [Fact]
    public void Kind_HalfWords_IsCategory() => Assert.Equal(ColumnKind.Category, KindOf("1", "x"));

    [Theory]
    [InlineData(95, 5, ColumnKind.Number)]
    [InlineData(94, 6, ColumnKind.Category)]
    public void Kind_FivePercentOfWords_IsTheLimit(int numbers, int words, object expected) =>
        Assert.Equal(expected, KindOf([.. Enumerable.Repeat("1", numbers), .. Enumerable.Repeat("x", words)]));

    private static ColumnKind KindOf(params string[] values)
    {
        var census = new ColumnCensus("column");
        foreach (string value in values)
            census.Add(value);
        return census.Kind;
    }
}
