using System.Text;
using MLNet.LossExperiments.Host.Formats;
using MLNet.LossExperiments.Host.Tables;

namespace MLNet.LossExperiments.Host.Tests.Tables;

public class TableReaderTests
{
    [Fact]
    public void Read_NumbersWordsAndMissing_KeepsEachByItsKind()
    {
        Table table = Samples.Read("x,color\n1,red\n,NA\n2.5, blue \n3,red\n", ("x", ColumnKind.Number), ("color", ColumnKind.Category));

        var x = (NumberColumn)table["x"];
        Assert.Equal([1f, float.NaN, 2.5f, 3f], Enumerable.Range(0, 4).Select(row => x[row]));
        Assert.Equal(["red", "", "blue", "red"], Enumerable.Range(0, 4).Select(table["color"].TextOf));
        Assert.True(table["color"].IsMissing(1));
        Assert.Equal([2, 3, 4, 5], table.Places);
        Assert.Equal("data.csv, line 3", table.PlaceOf(1));
    }

    [Fact]
    public void Read_ByteOrderMark_IsNotPartOfTheFirstName()
    {
        using var folder = new TemporaryFolder();
        string path = folder.PathOf("bom.csv");
        File.WriteAllText(path, "a,b\n1,2\n", new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        Assert.Equal(["a", "b"], TableSources.Open(path, ReadingOptions.Unsaid).ColumnNames);
    }

    [Fact]
    public void Read_TextWhereANumberIsDue_NamesFileLineColumnAndValue()
    {
        var fault = Assert.Throws<CommandException>(() => Samples.Read("x,y\n1,\"a\nb\"\nten,c\n", ("x", ColumnKind.Number)));

        Assert.Equal("data.csv, line 4, column 'x': 'ten' is not a number. Remedy.", fault.Message);
        Assert.Equal(ExitCode.Failure, fault.ExitCode);
    }

    [Theory]
    [InlineData("x,y\n1,2\n3\n", "data.csv, line 3: the row has 1 value, but the header names 2 columns.")]
    [InlineData("x,y\n1,2\n\n3,4,5\n", "data.csv, line 4: the row has 3 values, but the header names 2 columns.")]
    public void Read_RaggedRow_NamesItsLine(string text, string expected)
    {
        var fault = Assert.Throws<CommandException>(() => Samples.Read(text, ("x", ColumnKind.Number)));

        Assert.Equal(expected, fault.Message);
    }

    [Fact]
    public void Read_NoHeader_NamesColumnsByPlace()
    {
        Table table = Samples.Read("1,2\n3,4\n", ("col1", ColumnKind.Number));

        Assert.Equal(2, table.RowCount);
        Assert.Equal(4, ((NumberColumn)table["col1"])[1]);
    }

    [Fact]
    public void Open_ToldThatThereIsNoHeader_TakesTheFirstRowForData()
    {
        using var folder = new TemporaryFolder();
        TableSource file = TableSources.Open(folder.Write("data.csv", "red,small\nblue,large\n"), ReadingOptions.Unsaid with { HasHeader = false });

        Table table = TableReader.Read(file, [new ColumnRequest("col0", ColumnKind.Category, "")], CancellationToken.None);

        Assert.Equal(["red", "blue"], Enumerable.Range(0, table.RowCount).Select(table["col0"].TextOf));
    }

    [Fact]
    public void Find_UnknownColumn_ListsWhatThereIsAndTheNearest()
    {
        using var folder = new TemporaryFolder();
        TableSource file = TableSources.Open(folder.Write("data.csv", "CRIM,MEDV\n1,2\n"), ReadingOptions.Unsaid);

        var fault = Assert.Throws<CommandException>(() => file.Find("MDEV"));

        Assert.EndsWith("has no column 'MDEV'. Did you mean 'MEDV'? Its columns are CRIM, MEDV.", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a", 0)]
    [InlineData("1", 1)]
    [InlineData("0", 2)]
    public void FindByNameOrPlace_Both_NameComesFirst(string column, int expected)
    {
        using var folder = new TemporaryFolder();
        TableSource file = TableSources.Open(folder.Write("data.csv", "a,b,0\n1,2,3\n"), ReadingOptions.Unsaid with { HasHeader = true });

        Assert.Equal(expected, file.FindByNameOrPlace(column));
    }

    [Fact]
    public void Read_NumberForANameThatIsNotThere_IsNotTakenForAPlace()
    {
        var fault = Assert.Throws<CommandException>(() => Samples.Read("a,b\n1,2\n", ("1", ColumnKind.Number)));

        Assert.Contains("has no column '1'", fault.Message, StringComparison.Ordinal);
    }
}
