using MLNet.LossExperiments.Host.Formats;
using MLNet.LossExperiments.Host.Tables;

namespace MLNet.LossExperiments.Host.Tests.Tables;

public class ClassFoldingTests
{
    private const string Text = "y\nYes\nno\nYES\nyes\nYES\nNA\nNo\nno\n";

    private static WordColumn Labels => (WordColumn)Samples.Read(Text, ("y", ColumnKind.Category))["y"];

    [Fact]
    public void Apply_Spellings_BecomeTheMostFrequent()
    {
        WordColumn folded = ClassFolding.Of(Labels.CountTexts(), isExact: false).Apply(Labels);

        Assert.Equal(["YES", "no", "YES", "YES", "YES", "", "no", "no"], Enumerable.Range(0, 8).Select(folded.TextOf));
        Assert.True(folded.IsMissing(5));
    }

    [Fact]
    public void Apply_ExactClasses_KeepsSpellings()
    {
        var folding = ClassFolding.Of(Labels.CountTexts(), isExact: true);

        Assert.Equal(["Yes", "no", "YES", "yes"], Enumerable.Range(0, 4).Select(folding.Apply(Labels).TextOf));
        Assert.Null(folding.Describe("a.csv", "y"));
    }

    [Fact]
    public void Describe_Spellings_NamesThemWithTheirRows() => Assert.Equal(
        "a.csv, column 'y': class 'YES' is also spelt 'Yes' (1 row), 'yes' (1 row); class 'no' is also spelt 'No' (1 row). Spellings of one class count as one; --exact-classes keeps them apart.",
        ClassFolding.Of(Labels.CountTexts(), isExact: false).Describe("a.csv", "y"));

    [Fact]
    public void NameOf_UnknownClass_IsItself() => Assert.Equal("Maybe", ClassFolding.Of(Labels.CountTexts(), isExact: false).NameOf("Maybe"));
}
