using MLNet.LossExperiments.Host.Formats;
using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.LossExperiments.Host.Tables;

namespace MLNet.LossExperiments.Host.Tests.Tables;

public class TableDataViewTests
{
    private static readonly TableRows Rows =
        Samples.Rows("x,color\n1,red\n,\n3,blue\n4,red\n", ("x", ColumnKind.Number), ("color", ColumnKind.Category));

    [Fact]
    public void GetColumn_SomeRows_GivesTheirValuesInOrder()
    {
        var view = new TableDataView(Rows with { Rows = [3, 1, 2] }, CancellationToken.None);

        Assert.Equal(3, view.GetRowCount());
        Assert.Equal([4f, float.NaN, 3f], view.GetColumn<float>("x"));
        Assert.Equal(["red", "", "blue"], view.GetColumn<string>("color"));
    }

    [Fact]
    public void Schema_Kinds_AreThoseOfATextLoader()
    {
        DataViewSchema schema = new TableDataView(Rows, CancellationToken.None).Schema;

        Assert.Equal(NumberDataViewType.Single, schema["x"].Type);
        Assert.Equal(TextDataViewType.Instance, schema["color"].Type);
    }

    [Fact]
    public void MoveNext_PastTheEnd_StaysThere()
    {
        using DataViewRowCursor cursor = new TableDataView(Rows with { Rows = [0] }, CancellationToken.None).GetRowCursor([]);

        Assert.True(cursor.MoveNext());
        Assert.False(cursor.MoveNext());
        Assert.False(cursor.MoveNext());
    }

    [Fact]
    public void MoveNext_Cancelled_Throws()
    {
        using var source = new CancellationTokenSource();
        using DataViewRowCursor cursor = new TableDataView(Rows, source.Token).GetRowCursor([]);
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => cursor.MoveNext());
    }
}
