using MLNet.LossExperiments.Host.Columns;
using MLNet.LossExperiments.Host.Formats;
using MLNet.LossExperiments.Host.Tables;

namespace MLNet.LossExperiments.Host.Tests.Columns;

public class FeatureSelectionTests
{
    private static readonly HashSet<string> Nothing = [];

    [Fact]
    public void From_ColumnsOfEveryKind_KeepsWhatCanBeLearnedFrom()
    {
        TableRows rows = Samples.Rows(
            "x,same,none,id,color\n1,5,,k1,red\n2,5,,k2,blue\n3,5,,k3,red\n",
            ("x", ColumnKind.Number), ("same", ColumnKind.Number), ("none", ColumnKind.Number), ("id", ColumnKind.Category), ("color", ColumnKind.Category));

        FeatureSelection selection = FeatureSelection.From(["x", "same", "none", "id", "color"], Nothing, 1000, rows);

        Assert.Equal(["x", "color"], selection.Features.Select(feature => feature.Name));
        Assert.Equal([("same", false), ("none", false), ("id", true)], selection.Dropped.Select(dropped => (dropped.Name, dropped.IsSurprising)));
    }

    [Fact]
    public void From_ValuesMissing_IndicatesWhatTrainingLacksAndFillsAll()
    {
        TableRows rows = Samples.Rows("a,b,c\n1,1,1\n,2,2\n3,3,3\n4,,4\n", ("a", ColumnKind.Number), ("b", ColumnKind.Number), ("c", ColumnKind.Number));

        FeatureSelection selection = FeatureSelection.From(["a", "b", "c"], Nothing, 1000, rows with { Rows = [0, 1, 2] });

        Assert.Equal([(true, true), (false, true), (false, true)], selection.Features.Select(feature => (feature.IsIndicated, feature.IsFilled)));
    }

    [Fact]
    public void From_OneValueOrMissing_IsKept()
    {
        TableRows rows = Samples.Rows("smoker,x\nyes,1\n,2\nyes,3\n", ("smoker", ColumnKind.Category), ("x", ColumnKind.Number));

        Assert.Equal(2, FeatureSelection.From(["smoker", "x"], Nothing, 1000, rows).Features.Count);
    }

    [Fact]
    public void From_MoreCategoriesThanTheLimit_AreHashed()
    {
        TableRows rows = Samples.Rows("word,x\na,1\nb,2\nc,3\na,4\n", ("word", ColumnKind.Category), ("x", ColumnKind.Number));

        Assert.True(FeatureSelection.From(["word", "x"], Nothing, 2, rows).Features[0].IsHashed);
        Assert.False(FeatureSelection.From(["word", "x"], Nothing, 3, rows).Features[0].IsHashed);
    }

    [Fact]
    public void From_TextsThatAllDifferButAreWanted_AreKept()
    {
        TableRows rows = Samples.Rows("id,x\nk1,1\nk2,2\n", ("id", ColumnKind.Category), ("x", ColumnKind.Number));

        Assert.Equal(["id", "x"], FeatureSelection.From(["id", "x"], new HashSet<string> { "id" }, 1000, rows).Features.Select(feature => feature.Name));
    }

    [Fact]
    public void From_AlmostAsManyTextsAsRows_IsLeftOutUnlessWanted()
    {
        string text = "name,x\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"n{i * 2 / 3},{i}\n"));
        TableRows rows = Samples.Rows(text, ("name", ColumnKind.Category), ("x", ColumnKind.Number));

        Assert.Equal("name", FeatureSelection.From(["name", "x"], Nothing, 1000, rows).Dropped.Single().Name);
        Assert.Equal(["name", "x"], FeatureSelection.From(["name", "x"], new HashSet<string> { "name" }, 1000, rows).Features.Select(feature => feature.Name));
    }

    // Five rows are enough of 500 or more; of 300, three.
    [Theory]
    [InlineData(600, 5)]
    [InlineData(300, 3)]
    public void From_RareCategories_KeepsSlotsForTheOthers(int count, int fewest)
    {
        string text = "city,x\n" + string.Concat(Enumerable.Range(0, count).Select(i => $"{(i < fewest ? "enough" : i < 2 * fewest - 1 ? "few" : i == count - 1 ? "one" : "most")},{i}\n"));
        TableRows rows = Samples.Rows(text, ("city", ColumnKind.Category), ("x", ColumnKind.Number));

        FeatureSelection selection = FeatureSelection.From(["city", "x"], Nothing, 1000, rows);

        Assert.Equal(["enough", "most"], selection.Features[0].Frequent!.Texts);
        Assert.Contains($"city: 2 of 4 values are in fewer than {fewest} rows of the training set; they share one place with missing values and those that training does not know.", selection.DescribeKinds());
    }

    [Fact]
    public void From_OneRareCategory_KeepsItsSlot()
    {
        string text = "city,x\n" + string.Concat(Enumerable.Range(0, 600).Select(i => $"{(i == 0 ? "one" : "most")},{i}\n"));

        Assert.Null(FeatureSelection.From(["city", "x"], Nothing, 1000, Samples.Rows(text, ("city", ColumnKind.Category), ("x", ColumnKind.Number))).Features[0].Frequent);
    }

    [Fact]
    public void From_NothingLeft_SaysWhy()
    {
        TableRows rows = Samples.Rows("id\nk1\nk2\n", ("id", ColumnKind.Category));

        var fault = Assert.Throws<CommandException>(() => FeatureSelection.From(["id"], Nothing, 1000, rows));

        Assert.Equal("No column is left to learn from; 'id' has a different text in each row, as identifiers have.", fault.Message);
    }
}
