using System.Text.Json;
using MLNet.LossExperiments.Host.Descriptions;
using MLNet.LossExperiments.Host.Formats;
using MLNet.LossExperiments.Host.Terminal;
using MLNet.LossExperiments.Host.Tests.Console;

namespace MLNet.LossExperiments.Host.Tests.Descriptions;

public sealed class DescriberTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static DataDescription Describe(string path, string? label = null, (int, int)? shape = null)
    {
        TableSource source = TableSources.Open(path, ReadingOptions.Unsaid);
        int? place = label is null ? null : source.Find(label);
        return new Describer(source, new Dictionary<int, ColumnKind>(), place, ImageColumns.Find(source, shape, place)).Run(new SilentWorkProgress(), CancellationToken.None);
    }

    [Fact]
    public void Run_Boston_SaysOfEachColumnWhatNumpySays()
    {
        string reference = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Reference", "boston_summary.json"));
        Dictionary<string, double[]> expected = JsonSerializer.Deserialize<Dictionary<string, double[]>>(reference)!;

        DataDescription data = Describe(Path.Combine(Tool.Data, "boston.csv"));

        Assert.Equal((506, 14), (data.Rows, data.ColumnCount));
        Assert.Equal(expected.Keys, data.Columns.Select(column => column.Name));
        foreach (ColumnSummary column in data.Columns)
        {
            NumberSummary n = column.Numbers!;
            double[] actual = [column.Distinct, n.Mean, n.StandardDeviation, n.Least, n.FirstQuartile, n.Median, n.ThirdQuartile, n.Greatest];
            Assert.Equal(expected[column.Name], actual, (a, b) => Math.Abs(a - b) <= 1e-6 * Math.Abs(a));
            Assert.Equal((0, 0), (column.Missing, column.Faulty));
        }
    }

    // By numpy: (pixels / 16).mean(), .std().
    [Fact]
    public void Run_DigitsAsImages_SaysWhereAllPixelsLie()
    {
        DataDescription data = Describe(Path.Combine(Tool.Data, "digits.csv"), "digit", (8, 8));

        Assert.Equal((8, 8, 0, 16, 16), (data.Pixels!.Height, data.Pixels.Width, data.Pixels.Least, data.Pixels.Greatest, data.Pixels.White));
        Assert.Equal(0.30526, data.Pixels.Mean, 1e-5);
        Assert.Equal(0.37604, data.Pixels.StandardDeviation, 1e-5);
        Assert.Equal("digit", Assert.Single(data.Columns).Name);
        Assert.Equal([178, 182, 177, 183, 181, 182, 181, 179, 174, 180], data.Classes.Select(count => count.Rows));
    }

    // Half of the pixels black and half white: mean 1/2, deviation 1/2, whatever the size.
    [Fact]
    public void Run_IdxImages_AreDividedByWhite()
    {
        using (FileStream stream = File.Create(_folder.PathOf("train-images-idx3-ubyte")))
        {
            var writer = new IdxWriter(stream, IdxType.UByte, 2, 1, 2);
            writer.Write([0, 255]);
            writer.Write([255, 0]);
        }
        using (FileStream stream = File.Create(_folder.PathOf("train-labels-idx1-ubyte")))
        {
            var writer = new IdxWriter(stream, IdxType.UByte, 2);
            writer.Write([7]);
            writer.Write([3]);
        }

        DataDescription data = Describe(_folder.PathOf("train-images-idx3-ubyte"), IdxSource.LabelColumn);

        Assert.Equal((255, 0.5, 0.5), (data.Pixels!.White, data.Pixels.Mean, data.Pixels.StandardDeviation));
        Assert.Equal([new ValueCount("3", 1), new ValueCount("7", 1)], data.Classes);
    }

    // 1/3 of the pixels is -1: nothing says what white is.
    [Fact]
    public void Run_NegativePixels_AreLeftAsTheyAre()
    {
        PixelSummary pixels = Describe(_folder.Write("a.csv", "a,b,c\n-1,300,1\n"), shape: (1, 3)).Pixels!;
        Assert.Equal((1, 100), (pixels.White, pixels.Mean));
    }

    [Fact]
    public void Run_MixedColumns_SaysWhatIsMissingFrequentAndFaulty()
    {
        string rows = string.Concat(Enumerable.Range(0, 30).Select(i => $"{(i == 7 ? "oops" : i == 8 ? "" : $"{i}")},{(i % 3 == 0 ? "red" : i % 3 == 1 ? "green" : "NA")},{(i < 20 ? "yes" : "no")},2024-01-{i % 28 + 1:00}\n"));
        DataDescription data = Describe(_folder.Write("a.csv", $"n,colour,bought,day\n{rows}"), "colour");

        Assert.Equal([ColumnKind.Number, ColumnKind.Category, ColumnKind.Boolean, ColumnKind.Date], data.Columns.Select(column => column.Kind));
        Assert.Equal([1, 10, 0, 0], data.Columns.Select(column => column.Missing));
        Assert.Equal([28, 2, 2, 28], data.Columns.Select(column => column.Distinct));
        Assert.Equal((1, "a.csv, line 9: 'oops' is not a number"), (data.Columns[0].Faulty, data.Columns[0].FirstFault));
        Assert.Equal([new ValueCount("yes", 20), new ValueCount("no", 10)], data.Columns[2].Frequent);
        Assert.Equal([new ValueCount("green", 10), new ValueCount("red", 10)], data.Classes);
    }

    [Theory]
    [InlineData("a\n1.5\n", 1.5, double.NaN)]
    [InlineData("a\n1\n2\n", 1.5, 0.7071067811865476)]
    public void Run_FewNumbers_HaveQuartiles(string text, double median, double deviation)
    {
        NumberSummary numbers = Describe(_folder.Write("a.csv", text)).Columns[0].Numbers!;
        Assert.Equal((median, deviation), (numbers.Median, numbers.StandardDeviation));
    }

    [Fact]
    public void Find_ShapeThatDoesNotFit_SaysHowManyPixelsThereAre() => Assert.Contains(
        "images of 8x9 have 72 pixels, but digits.csv has 65 columns; say with --label-col which is the label",
        Assert.Throws<CommandException>(() => Describe(Path.Combine(Tool.Data, "digits.csv"), shape: (9, 8))).Message,
        StringComparison.Ordinal);
}
