using System.Globalization;
using MLNet.LossExperiments.Host.Columns;
using MLNet.LossExperiments.Host.Tables;

namespace MLNet.LossExperiments.Host.Tests.Columns;

public class FeatureSelectionTests
{
    [Fact]
    public void From_ColumnsOfEveryKind_KeepsWhatCanBeLearnedFrom()
    {
        TableRows rows = TableSource.Rows(
            "x,same,none,id,color\n1,5,,k1,red\n2,5,,k2,blue\n3,5,,k3,red\n",
            ("x", ColumnKind.Number), ("same", ColumnKind.Number), ("none", ColumnKind.Number), ("id", ColumnKind.Category), ("color", ColumnKind.Category));

        FeatureSelection selection = FeatureSelection.From(["x", "same", "none", "id", "color"], rows, []);

        Assert.Equal(["x", "color"], selection.Features.Select(feature => feature.Name));
        Assert.Equal([("same", false), ("none", false), ("id", true)], selection.Dropped.Select(dropped => (dropped.Name, dropped.IsSurprising)));
    }

    [Fact]
    public void From_ValuesMissing_IndicatesWhatTrainingHasAndFillsWhatAnyHas()
    {
        TableRows rows = TableSource.Rows("a,b,c\n1,1,1\n,2,2\n3,3,3\n4,,4\n", ("a", ColumnKind.Number), ("b", ColumnKind.Number), ("c", ColumnKind.Number));

        FeatureSelection selection = FeatureSelection.From(["a", "b", "c"], rows with { Rows = [0, 1, 2] }, [rows with { Rows = [3] }]);

        Assert.Equal([(true, true), (false, true), (false, false)], selection.Features.Select(feature => (feature.IsIndicated, feature.IsFilled)));
    }

    [Fact]
    public void From_OneValueOrMissing_IsKept()
    {
        TableRows rows = TableSource.Rows("smoker,x\nyes,1\n,2\nyes,3\n", ("smoker", ColumnKind.Category), ("x", ColumnKind.Number));

        Assert.Equal(2, FeatureSelection.From(["smoker", "x"], rows, []).Features.Count);
    }

    [Fact]
    public void From_MoreThanAThousandWords_IsLeftOut()
    {
        string text = "word,x\n" + string.Concat(Enumerable.Range(0, 2400).Select(i => string.Create(CultureInfo.InvariantCulture, $"w{i % 1200},{i}\n")));
        TableRows rows = TableSource.Rows(text, ("word", ColumnKind.Category), ("x", ColumnKind.Number));

        DroppedColumn dropped = Assert.Single(FeatureSelection.From(["word", "x"], rows, []).Dropped);

        Assert.Equal("more than 1,000 different texts", dropped.Reason);
    }

    [Fact]
    public void From_NothingLeft_SaysWhy()
    {
        TableRows rows = TableSource.Rows("id\nk1\nk2\n", ("id", ColumnKind.Category));

        var fault = Assert.Throws<CommandException>(() => FeatureSelection.From(["id"], rows, []));

        Assert.Equal("No column is left to learn from; 'id' has a different text in each row, as identifiers have.", fault.Message);
    }
}
