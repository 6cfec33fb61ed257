using System.Text.Json;
using MLNet.LossExperiments.Host.Columns;
using MLNet.LossExperiments.Host.Formats;
using MLNet.LossExperiments.Host.Learning;
using MLNet.LossExperiments.Host.Runs;
using MLNet.LossExperiments.Host.Splits;
using MLNet.LossExperiments.Host.Tables;
using MLNet.LossExperiments.Host.Terminal;

namespace MLNet.LossExperiments.Host.Tests.Console;

public sealed class DataFilesTests : IDisposable
{
    private static readonly string Boston = Path.Combine(Tool.Data, "boston.csv"), Cancer = Path.Combine(Tool.Data, "breast-cancer.csv"), Digits = Path.Combine(Tool.Data, "digits.csv");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private ToolResult Run(params string[] line) => Tool.Run(_folder.Path, ["data", .. line]);

    private void AssertRuns(params string[] line)
    {
        ToolResult result = Run(line);
        Assert.True(result.ExitCode == 0, result.Error);
    }

    [Fact]
    public void Describe_File_TellsColumnsAndClasses()
    {
        ToolResult result = Run("describe", Cancer, "--label-col", "diagnosis");

        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith("breast-cancer.csv: 569 rows, 31 columns; text with commas", result.Output, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^mean radius +number +0 +456 +14\.127 +3\.524 +6\.981 +11\.7 +13\.37 +15\.78 +28\.11", result.Output);
        Assert.Matches(@"(?m)^  benign +357 +62\.7 %\r?$", result.Output);
        Assert.Empty(result.Error);
    }

    [Fact]
    public void Describe_Json_IsOneDocument()
    {
        using JsonDocument document = JsonDocument.Parse(Run("describe", Digits, "--label-col", "digit", "--image-shape", "8x8", "--json").Output);
        Assert.Equal((1, 1797, 65), (document.RootElement.GetProperty("schemaVersion").GetInt32(), document.RootElement.GetProperty("rows").GetInt32(), document.RootElement.GetProperty("columnCount").GetInt32()));
        Assert.Equal(0.30526, document.RootElement.GetProperty("pixels").GetProperty("mean").GetDouble(), 1e-5);
        Assert.Equal(10, document.RootElement.GetProperty("classes").GetArrayLength());
    }

    [Theory]
    [InlineData("describe --dataset FILE")]
    [InlineData("preview --dataset=FILE")]
    [InlineData("split --dataset FILE -o parts --seed 1")]
    [InlineData("convert --dataset FILE out.parquet")]
    [InlineData("convert --dataset FILE --output out.parquet")]
    [InlineData("convert FILE -o=out.parquet")]
    public void Run_FileByName_IsTheSameAsByPlace(string line) => AssertRuns([.. line.Split(' ').Select(word => word.Replace("FILE", Boston, StringComparison.Ordinal))]);

    [Fact]
    public void Describe_StandardInput_IsKeptForItsOwnerAlone()
    {
        if (OperatingSystem.IsWindows())
            return;
        // Input goes on until the file that keeps it is seen.
        ToolResult result = Tool.Shell(_folder.Path, "mkdir kept; export TMPDIR=$PWD/kept; (printf 'a,b\\n1,2\\n'; n=0; until ls kept/mlnet-loss-* > /dev/null 2>&1 || [ $n -gt 600 ]; do sleep 0.1; n=$((n + 1)); done; ls -l kept/mlnet-loss-* >&2) | $tool data describe -");

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.StartsWith("-rw-------", result.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.PathOf("kept"), "mlnet-loss-*"));
    }

    [Theory]
    [InlineData("data convert b.csv b.csv --format csv")]
    [InlineData("data convert --dataset b.csv ./b.csv")]
    [InlineData("data convert b.csv link.csv")]
    [InlineData("predict model --dataset b.csv -o=b.csv")]
    [InlineData("regression --dataset b.csv --label-col MEDV --log-file-path b.csv")]
    [InlineData("regression --dataset b.csv --label-col MEDV --history sub/../b.csv")]
    [InlineData("regression --dataset b.csv --label-col MEDV --checkpoint b.csv")]
    public void Run_OutputThatIsTheInput_IsRefusedAndLeavesIt(string line)
    {
        File.Copy(Boston, _folder.PathOf("b.csv"));
        File.CreateSymbolicLink(_folder.PathOf("link.csv"), _folder.PathOf("b.csv"));

        ToolResult result = Tool.Run(_folder.Path, line.Split(' '));

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("which is read. Name another file.", result.Error, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllBytes(Boston), File.ReadAllBytes(_folder.PathOf("b.csv")));
    }

    [Fact]
    public void Preview_File_ShowsItsFirstRows()
    {
        ToolResult result = Run("preview", Boston, "--rows", "2");

        Assert.Equal(0, result.ExitCode);
        string[] lines = [.. result.Output.Split(Environment.NewLine).Select(line => line.Trim()).Where(line => line.Length > 0)];
        Assert.Equal(4, lines.Length);
        Assert.Equal("0.02731 0 7.07 0 0.469 6.421 78.9 4.9671 2 242 17.8 396.9 9.14 21.6", string.Join(' ', lines[3].Split(' ', StringSplitOptions.RemoveEmptyEntries)));
    }

    [Fact]
    public void Preview_Images_AreDrawnWithTheirLabels()
    {
        ToolResult result = Run("preview", Digits, "--label-col", "digit", "--image-shape", "8x8", "--rows", "9", "-o", "new/digits.png");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains($"  0 1 2{Environment.NewLine}  3 4 5{Environment.NewLine}  6 7 8{Environment.NewLine}", result.Output, StringComparison.Ordinal);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], File.ReadAllBytes(_folder.PathOf("new", "digits.png"))[..4]);
    }

    [Fact]
    public void Preview_Json_HasTheTextsOfAllColumns()
    {
        using JsonDocument document = JsonDocument.Parse(Run("preview", Digits, "--rows", "3", "--json").Output);
        Assert.Equal(65, document.RootElement.GetProperty("columns").GetArrayLength());
        Assert.Equal(["0", "1", "2"], document.RootElement.GetProperty("rows").EnumerateArray().Select(row => row[64].GetString()));
    }

    [Theory]
    [InlineData("parquet")]
    [InlineData("jsonl")]
    [InlineData("tsv")]
    public void Convert_ThereAndBack_GivesTheSameFile(string format)
    {
        AssertRuns("convert", Cancer, $"there.{format}");
        AssertRuns("convert", $"there.{format}", "back.csv");

        Assert.Equal(File.ReadAllBytes(Cancer), File.ReadAllBytes(_folder.PathOf("back.csv")));
    }

    [Fact]
    public void Convert_NumbersAsWrittenInGermany_KeepAllDigits()
    {
        _folder.Write("a.csv", "id;price;word\n123456789;1.234,5;a\n987654321;0,1;NA\n3;;b\n");

        AssertRuns("convert", "a.csv", "a.jsonl");
        AssertRuns("convert", "a.csv", "b.csv");

        Assert.Equal(
            ["""{"id":123456789,"price":1234.5,"word":"a"}""", """{"id":987654321,"price":0.1,"word":null}""", """{"id":3,"price":null,"word":"b"}"""],
            File.ReadAllLines(_folder.PathOf("a.jsonl")));
        Assert.Equal(["id,price,word", "123456789,1234.5,a", "987654321,0.1,NA", "3,,b"], File.ReadAllLines(_folder.PathOf("b.csv")));
    }

    [Fact]
    public void Convert_NumberBeyond32Bits_KeepsItsSize()
    {
        _folder.Write("a.csv", "x\n1\n1e99\n-1e99\n1e-60\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n16\n17\n18\n19\n20\n21\n22\n23\n24\n25\n26\n27\n28\n29\n30\n31\n32\n33\n34\n35\n36\n37\n38\n39\n");

        AssertRuns("convert", "a.csv", "a.parquet");
        AssertRuns("convert", "a.parquet", "a.jsonl");

        Assert.Equal(["""{"x":1}""", """{"x":1E+99}""", """{"x":-1E+99}""", """{"x":1E-60}"""], File.ReadLines(_folder.PathOf("a.jsonl")).Take(4));
    }

    [Fact]
    public void Describe_NumberBeyond32Bits_SaysWhatIsWrong()
    {
        _folder.Write("a.csv", "x\n1\n2\n1e99\n3\n4\n");

        ToolResult result = Run("describe", "a.csv");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal("Warning: 'x' holds numbers, but not in 1 row, first in a.csv, line 4: '1e99' is not a number that 32 bits can hold (none is beyond ±3.4e38).", result.Error.TrimEnd());
    }

    [Fact]
    public void Convert_TextAmongNumbersIntoParquet_SaysWhereAndWritesNothing()
    {
        _folder.Write("a.csv", "x\n1\n2\n3\nfour\n5\n");

        ToolResult result = Run("convert", "a.csv", "new/a.parquet");

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("a.csv, line 5, column 'x': 'four' is not a number", result.Error, StringComparison.Ordinal);
        Assert.Equal(["a.csv"], Directory.GetFileSystemEntries(_folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void Convert_Idx_HasAColumnForEachPixel()
    {
        using (FileStream stream = File.Create(_folder.PathOf("images")))
        {
            var writer = new IdxWriter(stream, IdxType.UByte, 2, 1, 2);
            writer.Write([0, 255]);
            writer.Write([7, 0]);
        }

        AssertRuns("convert", "images", "images.csv");

        Assert.Equal(["pixel0,pixel1", "0,255", "7,0"], File.ReadAllLines(_folder.PathOf("images.csv")));
    }

    [Fact]
    public void Split_WithALabel_DividesAsClassificationDoes()
    {
        AssertRuns("split", Cancer, "--label-col", "diagnosis", "--split-ratio", "70/20/10", "--seed", "5", "-o", "parts");

        var choice = new ClassificationChoice(null, options => options);
        AssertDividedAs(Cancer, "diagnosis", choice, "parts");
    }

    [Fact]
    public void Split_WithoutALabel_DividesAsRegressionDoes()
    {
        AssertRuns("split", Boston, "--split-ratio", "70/20/10", "--seed", "5", "-o", "parts");
        AssertDividedAs(Boston, "MEDV", new RegressionChoice(new MlpRegressionOptions()), "parts");
    }

    [Fact]
    public void Split_RegressionWithMissingLabels_LeavesTheseRowsOutAndDividesAsRegressionDoes()
    {
        string[] lines = File.ReadAllLines(Boston);
        string file = _folder.Write("gaps.csv", string.Join('\n', lines.Select((line, i) => i % 7 == 3 ? line[..(line.LastIndexOf(',') + 1)] : line)) + "\n");

        AssertRuns("split", file, "--label-col", "MEDV", "--task", "regression", "--split-ratio", "70/20/10", "--seed", "5", "-o", "parts");

        AssertDividedAs(file, "MEDV", new RegressionChoice(new MlpRegressionOptions()), "parts");
    }

    [Fact]
    public void Split_Clean_WritesCellsAsTrainingReadsThem()
    {
        _folder.Write("a.csv", "id,price,word\n1,\"1,234.50\",\" a \"\n2,NA,?\n3,7,\"b, c\"\n");

        AssertRuns("split", "a.csv", "--split-ratio", "100/0/0", "--clean", "-o", "clean");
        AssertRuns("split", "a.csv", "--split-ratio", "100/0/0", "-o", "kept");

        Assert.Equal(["id,price,word", "1,1234.5,a", "2,,", "3,7,\"b, c\""], File.ReadAllLines(_folder.PathOf("clean", "training.csv")));
        Assert.Equal(["id,price,word", "1,\"1,234.50\",\" a \"", "2,NA,?", "3,7,\"b, c\""], File.ReadAllLines(_folder.PathOf("kept", "training.csv")));
    }

    // Each file has the header and the lines that a training run would take for that set.
    private void AssertDividedAs(string file, string label, TaskChoice choice, string folder)
    {
        var screen = new Screen(TextWriter.Null, TextWriter.Null, Verbosity.Quiet);
        var request = new DataRequest(file, label, null, [], ReadingOptions.Unsaid, ColumnTypes.Unsaid, null, null, SplitRatio.Parse("70/20/10"), null);
        LabeledTables tables = LabeledTables.Read(request, choice, CancellationToken.None);
        TableRows labeled = DataSets.Labeled(tables.Dataset, label, screen);
        DataSets sets = DataSets.Make(tables, labeled, new SplitShares(0.7, 0.2, 0.1), choice.Choose(labeled, label), 5, screen);
        string[] lines = File.ReadAllLines(file);
        foreach ((string name, TableRows rows) in new[] { ("training", sets.Training), ("validation", sets.Validation), ("test", sets.Test) })
            Assert.Equal([lines[0], .. rows.Rows.Select(row => lines[row + 1])], File.ReadAllLines(_folder.PathOf(folder, $"{name}.csv")));
    }

    [Theory]
    [InlineData(2, "--image-shape: 'big' is not a shape. Give width and height in pixels, such as 28x28.", "describe boston.csv --image-shape big")]
    [InlineData(2, "--output draws images, and boston.csv holds none", "preview boston.csv -o a.png")]
    [InlineData(2, "The name a.xyz does not say in which format to write.", "convert boston.csv a.xyz")]
    [InlineData(2, "--task says what --label-col holds, which is not given.", "split boston.csv --task regression")]
    [InlineData(2, "--task: 'auto' is not allowed. Allowed are regression, classification.", "split boston.csv --label-col MEDV --task auto")]
    [InlineData(2, "--split-ratio: '70/20/20' is not a split.", "split boston.csv --split-ratio 70/20/20")]
    [InlineData(1, "There is no file none.csv.", "describe none.csv")]
    public void Run_CommandThatCannotBe_SaysWhyAndWritesNothing(int exitCode, string expected, string line)
    {
        ToolResult result = Run([.. line.Split(' ').Select(word => word == "boston.csv" ? Boston : word)]);

        Assert.Equal(exitCode, result.ExitCode);
        Assert.StartsWith(expected, result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Output);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Split_ColumnThatIsNotThere_SuggestsOne()
    {
        ToolResult result = Run("split", Cancer, "--label-col", "diagnose");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("has no column 'diagnose'. Did you mean 'diagnosis'?", result.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }
}
