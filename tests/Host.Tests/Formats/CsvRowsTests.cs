using MLNet.LossExperiments.Host.Formats;

namespace MLNet.LossExperiments.Host.Tests.Formats;

public class CsvRowsTests
{
    [Fact]
    public void Read_QuotedLineBreaksAndBlankLines_CountsTheLinesOfTheFile()
    {
        using var rows = new CsvRows("data.csv", new StringReader("a,b\n\"x\ny\",1\n\n\"p\r\nq\r\nr\",2\nz,3"), ',', CellFormat.Usual);
        var lines = new List<int>();

        while (rows.Read())
            lines.Add(rows.Place);

        Assert.Equal([1, 2, 5, 8], lines);
    }

    [Fact]
    public void Read_CommentsAndLinesReadBefore_CountsTheLinesOfTheFile()
    {
        using var rows = new CsvRows("data.csv", new StringReader("# one\na,b\n# two\n\n#three\n1,2\n\"x\n#y\",3\n# four"), ',', CellFormat.Usual, comment: '#', linesBefore: 10);
        var lines = new List<(int, string)>();

        while (rows.Read())
            lines.Add((rows.Place, rows.TextOf(0)));

        Assert.Equal([(12, "a"), (16, "1"), (17, "x\n#y")], lines);
    }

    [Fact]
    public void Indexer_QuotedValue_IsUnquoted()
    {
        using var rows = new CsvRows("data.csv", new StringReader("\"he said \"\"hi\"\"\",\"1,5\"\n"), ',', CellFormat.Usual);

        Assert.True(rows.Read());

        Assert.Equal(["he said \"hi\"", "1,5"], rows.Values);
    }

    [Fact]
    public void Indexer_QuoteInsideAValue_IsText()
    {
        using var rows = new CsvRows("data.csv", new StringReader("5\" pipe,1\n"), ',', CellFormat.Usual);

        Assert.True(rows.Read());

        Assert.Equal("5\" pipe", rows.TextOf(0));
    }

    [Fact]
    public void Indexer_QuoteThatIsNeverClosed_IsRefusedWithItsLine()
    {
        using var rows = new CsvRows("data.csv", new StringReader("a,b\n1,\"2\n3,4\n5,6\n"), ',', CellFormat.Usual);
        rows.Read();

        var fault = Assert.Throws<CommandException>(() =>
        {
            rows.Read();
            return rows.TextOf(1);
        });

        Assert.StartsWith("data.csv, line 2: a quote is opened", fault.Message, StringComparison.Ordinal);
    }
}
