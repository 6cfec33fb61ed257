using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.LossExperiments.Host.Tests.Console;

/// <summary>Reports that the console writes.</summary>
public sealed class ReportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static string Digits => Path.Combine(Tool.Data, "digits.csv");

    private static string Boston => Path.Combine(Tool.Data, "boston.csv");

    [Theory]
    [InlineData("regression", "boston.csv", "MEDV", "rmse=rootMeanSquaredError mae=meanAbsoluteError r2=rSquared")]
    [InlineData("classification", "breast-cancer.csv", "diagnosis", "accuracy=accuracy auc=areaUnderRocCurve f1=f1Score precision=precision recall=recall")]
    [InlineData("classification", "digits.csv", "digit", "accuracy=microAccuracy log-loss=logLoss balanced-accuracy=macroAccuracy")]
    public void Run_ByDefault_WritesAReportWhoseMetricsAreThoseOfTheResults(string command, string data, string label, string metrics)
    {
        ToolResult result = Train(command, Path.Combine(Tool.Data, data), label);

        Assert.EndsWith("model.zip, config.json, results.json, report.html, report.json" + Environment.NewLine, result.Output, StringComparison.Ordinal);
        JsonElement expected = Read("run", "results.json").GetProperty("metrics").GetProperty("test"), report = Read("run", "report.json");
        foreach (string[] pair in metrics.Split(' ').Select(pair => pair.Split('=')))
            Assert.Equal(expected.GetProperty(pair[1]).GetDouble(), MetricOf(report, pair[0]), 1e-6);
        string page = File.ReadAllText(_folder.PathOf("run", "report.html"));
        Assert.Contains($"{label} of {data}", page, StringComparison.Ordinal);
        Assert.Contains("<svg", page, StringComparison.Ordinal);
        Assert.True(page.Length < 1_500_000, $"{page.Length} bytes");
        Assert.Equal("test", report.GetProperty("evaluations")[0].GetProperty("rows").GetProperty("set").GetString());
        Assert.NotEqual(JsonValueKind.Null, report.GetProperty("importance").ValueKind);
        Assert.NotEqual(JsonValueKind.Null, report.GetProperty("validationGap").ValueKind);
        Assert.Equal(3, report.GetProperty("data").GetProperty("split").GetArrayLength());
    }

    [Fact]
    public void Run_ReportFalse_WritesNone()
    {
        ToolResult result = Train("regression", Boston, "MEDV", "--report", "false");

        Assert.EndsWith("model.zip, config.json, results.json" + Environment.NewLine, result.Output, StringComparison.Ordinal);
        Assert.Equal(["config.json", "model.zip", "results.json"], Files("run"));
        Assert.Equal("false", Read("run", "config.json").GetProperty("options").GetProperty("report").GetString());
    }

    [Fact]
    public void Run_ReportFull_WritesMarkdownAndPictures()
    {
        Train("regression", Boston, "MEDV", "--report", "full");

        Assert.Equal(["charts", "config.json", "model.zip", "report.html", "report.json", "report.md", "results.json"], Files("run"));
        string[] charts = [.. Directory.GetFiles(_folder.PathOf("run", "charts")).Select(Path.GetFileName).Order(StringComparer.Ordinal)!];
        Assert.Contains(charts, chart => chart.EndsWith(".png", StringComparison.Ordinal));
        Assert.Equal(charts.Count(chart => chart.EndsWith(".png", StringComparison.Ordinal)), charts.Count(chart => chart.EndsWith(".svg", StringComparison.Ordinal)));
    }

    [Fact]
    public void Run_WithoutTestSet_ReportsOnTheValidationSetAndSaysSo()
    {
        Train("regression", Boston, "MEDV", "--split-ratio", "80/20/0");

        JsonElement report = Read("run", "report.json");
        Assert.Equal("validation", report.GetProperty("evaluations")[0].GetProperty("rows").GetProperty("set").GetString());
        Assert.Contains("There is no test set", report.GetProperty("notes")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Report_RunWithoutDataset_MeasuresTheRowsThatTheRunHeldOut()
    {
        Train("classification", Path.Combine(Tool.Data, "breast-cancer.csv"), "diagnosis");
        double accuracy = MetricOf(Read("run", "report.json"), "accuracy");

        ToolResult result = Tool.Run(_folder.Path, "report", "run", "--json", "--title", "Mine");

        Assert.True(result.ExitCode == 0, result.Error);
        JsonElement report = JsonDocument.Parse(result.Output).RootElement;
        Assert.Equal(accuracy, MetricOf(report, "accuracy"));
        Assert.Equal("Mine", report.GetProperty("title").GetString());
        Assert.Equal(57, report.GetProperty("evaluations")[0].GetProperty("rows").GetProperty("count").GetInt32());
        Assert.Equal(["charts", "config.json", "model.zip", "report.html", "report.json", "report.md", "results.json"], Files("run"));
        Assert.Equal("1", report.GetProperty("model").GetProperty("options").EnumerateArray().Single(option => option.GetProperty("name").GetString() == "seed").GetProperty("value").GetString());
        Assert.True(report.GetProperty("model").GetProperty("totalSeconds").GetDouble() > 0);
        Assert.StartsWith("mlnet-loss classification --dataset ", report.GetProperty("reproduction").GetProperty("commandLine").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Report_OtherRows_EqualsEvaluate()
    {
        Train("regression", Boston, "MEDV");

        ToolResult evaluated = Tool.Run(_folder.Path, "evaluate", "run", "--dataset", Boston, "--label-col", "MEDV", "--json", "--report", "side/report"), result = Tool.Run(_folder.Path, "report", "run", "--dataset", Boston);

        Assert.Equal((0, 0), (evaluated.ExitCode, result.ExitCode));
        double expected = JsonDocument.Parse(evaluated.Output).RootElement.GetProperty("metrics").GetProperty("rootMeanSquaredError").GetDouble();
        Assert.Equal(expected, MetricOf(Read("run-report", "report.json"), "rmse"), 1e-6);
        Assert.Equal(expected, MetricOf(Read(Path.Combine("side", "report"), "report.json"), "rmse"), 1e-6);
        Assert.Equal("line 2", Read("run-report", "report.json").GetProperty("evaluations")[0].GetProperty("worst").GetProperty("rows").EnumerateArray()
            .Select(row => (Row: row.GetProperty("row").GetInt32(), Place: row.GetProperty("values")[0].GetString()!)).Select(row => $"line {int.Parse(row.Place["line ".Length..], CultureInfo.InvariantCulture) - row.Row}").Distinct().Single());
    }

    [Fact]
    public void Run_ImageShape_ShowsMistakesAsPicturesAndKeepsTheShape()
    {
        // So small a network errs, and 16 pixels beside each other tell width from height.
        Train("classification", Digits, "digit", "--image-shape", "16x4", "--hidden", "3");

        Assert.Equal("16x4", Read("run", "config.json").GetProperty("options").GetProperty("image-shape").GetString());
        JsonElement report = Read("run", "report.json");
        Assert.Equal(["digit", "pixels"], report.GetProperty("data").GetProperty("columns").EnumerateArray().Select(column => column.GetProperty("name").GetString()));
        AssertShowsDigits(report, 16, 4);

        Assert.Equal(0, Tool.Run(_folder.Path, "report", "run", "-o", "again").ExitCode);
        AssertShowsDigits(Read("again", "report.json"), 16, 4);
        Assert.Equal(0, Tool.Run(_folder.Path, "report", "run", "-o", "other", "--image-shape", "8x8").ExitCode);
        AssertShowsDigits(Read("other", "report.json"), 8, 8);
        Assert.Equal(0, Tool.Run(_folder.Path, "evaluate", "run", "--dataset", Digits, "--label-col", "digit", "--report", "all").ExitCode);
        AssertShowsDigits(Read("all", "report.json"), 16, 4);
        Assert.Equal(0, Tool.Run(_folder.Path, "rerun", "run", "--epochs", "1").ExitCode);
        Assert.Equal("16x4", Read("run-rerun", "config.json").GetProperty("options").GetProperty("image-shape").GetString());
    }

    [Fact]
    public void Report_ColumnsBesidePixelsInTheRun_AreNoPixelsInOtherRowsEither()
    {
        string[] lines = File.ReadAllLines(Digits);
        string path = _folder.Write("marked.csv", $"source,{lines[0]},weight\n{string.Concat(lines.Skip(1).Select((line, i) => $"{"abc"[i % 3]},{line},{1 + (i % 2)}\n"))}");
        Train("classification", path, "digit", "--image-shape", "8x8", "--hidden", "3", "--ignore-cols", "source", "--weight-col", "weight");

        Assert.Equal(0, Tool.Run(_folder.Path, "report", "run", "--dataset", path, "-o", "all").ExitCode);

        AssertShowsDigits(Read("all", "report.json"), 8, 8);
        ToolResult result = Tool.Run(_folder.Path, "report", "run", "--dataset", path, "-o", "none", "--image-shape", "8x9");
        Assert.Equal((2, "--image-shape: images of 8x9 have 72 pixels, but marked.csv has 66 columns beside the label"), (result.ExitCode, result.Error.Split(", of which")[0]));
        Assert.False(Path.Exists(_folder.PathOf("none")));
    }

    [Fact]
    public void Evaluate_ImageShapeWithoutReport_IsRefused()
    {
        Train("classification", Digits, "digit", "--report", "false");

        ToolResult result = Tool.Run(_folder.Path, "evaluate", "run", "--dataset", Digits, "--label-col", "digit", "--image-shape", "8x8");

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("--image-shape goes with --report only", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_ForeignModelIntoAFile_WritesThatAlone()
    {
        var ml = new MLContext(1);
        string[] names = File.ReadLines(Boston).First().Split(',');
        IDataView data = ml.Data.LoadFromTextFile(Boston, [.. names.Select((name, i) => new TextLoader.Column(name, DataKind.Single, i))], separatorChar: ',', hasHeader: true);
        ml.Model.Save(ml.Transforms.Concatenate("Features", names[..13]).Append(ml.Regression.Trainers.FastTree("MEDV", numberOfTrees: 5)).Fit(data), data.Schema, _folder.PathOf("trees.zip"));

        ToolResult result = Tool.Run(_folder.Path, "report", "trees.zip", "--dataset", Boston, "--label-col", "MEDV", "-o", "trees.html");

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Equal(["trees.html", "trees.zip"], Directory.GetFileSystemEntries(_folder.Path).Select(Path.GetFileName).Order());
string page = File.ReadAllText(_folder.PathOf("trees.html"));
        Assert.Contains("MEDV of boston.csv, predicted by FastTree, 5 trees", page, StringComparison.Ordinal);
        Assert.DoesNotContain("unknown", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<dt>Parameters</dt>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_CalibratedLightGbm_NamesTheTrainerBelow()
    {
        var ml = new MLContext(1);
        string path = _folder.PathOf("cancer.csv");
        File.WriteAllLines(path, File.ReadLines(Path.Combine(Tool.Data, "breast-cancer.csv")).Select(line => line.Replace("malignant", "1", StringComparison.Ordinal).Replace("benign", "0", StringComparison.Ordinal)));
        IDataView data = ml.Data.LoadFromTextFile(path, [new TextLoader.Column("Features", DataKind.Single, 0, 29), new TextLoader.Column("Label", DataKind.Boolean, 30)], separatorChar: ',', hasHeader: true);
        ml.Model.Save(ml.BinaryClassification.Trainers.LightGbm(numberOfIterations: 10).Fit(data), data.Schema, _folder.PathOf("boosted.zip"));

        ToolResult result = Tool.Run(_folder.Path, "evaluate", "boosted.zip", "--dataset", path, "--label-col", "diagnosis", "--report", "boosted");

        Assert.True(result.ExitCode == 0, result.Error);
        JsonElement report = Read("boosted", "report.json");
        Assert.Equal("diagnosis of cancer.csv, predicted by LightGBM, 10 trees", report.GetProperty("title").GetString());
        Assert.Equal(JsonValueKind.Null, report.GetProperty("model").GetProperty("loss").ValueKind);
        Assert.Equal(JsonValueKind.Null, report.GetProperty("model").GetProperty("parameters").ValueKind);
        Assert.Empty(Schema.FaultsOf(_folder.PathOf("boosted", "report.json"), "report.schema.json"));
    }

    [Fact]
    public void Run_IntoTheFolderOfAnEarlierOne_LeavesNoChartsOfIt()
    {
        Train("regression", Boston, "MEDV", "--report", "full", "--loss", "gaussian-nll");
        string chart = _folder.PathOf("run", "charts", "coverage.svg"), mine = _folder.PathOf("run", "charts", "mine.png");
        Assert.True(File.Exists(chart));
        File.WriteAllText(mine, "mine");

        Train("regression", Boston, "MEDV", "--report", "full", "--force");
        Assert.False(File.Exists(chart));
        Assert.True(File.Exists(_folder.PathOf("run", "charts", "residuals.png")));

        Train("regression", Boston, "MEDV", "--force");
        Assert.Equal(["charts", "config.json", "model.zip", "report.html", "report.json", "results.json"], Files("run"));
        Assert.Equal([mine], Directory.GetFiles(_folder.PathOf("run", "charts")));
    }

    [Fact]
    public void Run_NamesInOtherLetters_AreInTheReport()
    {
        string path = _folder.Write("prices.csv", File.ReadAllText(Boston).Replace("LSTAT", "收入水平", StringComparison.Ordinal).Replace("MEDV", "价格", StringComparison.Ordinal));

        Train("regression", path, "价格", "--report", "full");

        Assert.Contains(">收入水平</text>", File.ReadAllText(_folder.PathOf("run", "charts", "importance.svg")), StringComparison.Ordinal);
        Assert.Contains(">收入水平</text>", File.ReadAllText(_folder.PathOf("run", "report.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_MarkupInNamesAndValues_IsEscaped()
    {
        const string Script = "<script>alert(1)</script>";
        string[] words = [Script, "<img src=x onerror=alert(1)>", "'&amp;"];
        var text = new StringBuilder($"{Script},onload='x,{Script}y\n");
        for (int i = 0; i < 200; i++)
            text.Append(CultureInfo.InvariantCulture, $"{words[i % 3]},{i % 7},{(i % 2 == 0 ? Script : "</style>")}\n");
        string path = _folder.Write("markup.csv", text.ToString());

        Train("classification", path, $"{Script}y", "--report", "full");

        string page = File.ReadAllText(_folder.PathOf("run", "report.html"));
        Assert.Contains("&lt;script&gt;alert(1)", page, StringComparison.Ordinal);
        foreach (string file in new[] { "report.html", "report.md", "report.json" })
        {
            // The command and the C# in Markdown's blocks of code are as one would type them.
            string written = Regex.Replace(File.ReadAllText(_folder.PathOf("run", file)), "^(`{3,})[a-z]+\n.*?^\\1$", "", RegexOptions.Singleline | RegexOptions.Multiline);
            Assert.DoesNotContain(Script, written, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<img src=x", written, StringComparison.OrdinalIgnoreCase);
        }
        Assert.All(Directory.GetFiles(_folder.PathOf("run", "charts"), "*.svg"), file => Assert.DoesNotContain(Script, File.ReadAllText(file), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Compare_ByDefault_WritesAReportOfItsFigures()
    {
        ToolResult result = Tool.Run(_folder.Path, "compare", "--dataset", Boston, "--label-col", "MEDV", "--losses", "mse,mae,huber", "--seeds", "2", "--folds", "2", "--epochs", "5", "--name", "run");

        Assert.True(result.ExitCode == 0, result.Error);
        JsonElement report = Read("run", "report.json"), comparison = Read("run", "comparison.json").GetProperty("comparison");
        Assert.Equal(4, report.GetProperty("splits").GetInt32());
        foreach ((JsonElement setting, JsonElement loss) in comparison.GetProperty("settings").EnumerateArray().Zip(report.GetProperty("losses").EnumerateArray()))
        {
            JsonElement rmse = loss.GetProperty("metrics").EnumerateArray().Single(metric => metric.GetProperty("name").GetString() == "rmse"), expected = setting.GetProperty("metrics").GetProperty("rmse");
            Assert.Equal(setting.GetProperty("setting").GetProperty("loss").GetString(), loss.GetProperty("name").GetString());
            Assert.Equal(expected.GetProperty("mean").GetDouble(), rmse.GetProperty("mean").GetDouble(), 1e-9);
            Assert.Equal(expected.GetProperty("standardDeviation").GetDouble(), rmse.GetProperty("standardDeviation").GetDouble(), 1e-9);
            Assert.Equal(expected.GetProperty("rank").GetInt32(), rmse.GetProperty("rank").GetInt32());
        }
        JsonElement criterion = comparison.GetProperty("metrics").EnumerateArray().First(), shown = report.GetProperty("metrics").EnumerateArray().First();
        Assert.Equal(criterion.GetProperty("name").GetString(), report.GetProperty("criterion").GetString());
        foreach ((JsonElement other, JsonElement difference) in criterion.GetProperty("others").EnumerateArray().Zip(shown.GetProperty("differences").EnumerateArray()))
        {
            Assert.Equal(other.GetProperty("meanDifference").GetDouble(), difference.GetProperty("meanDifference").GetDouble(), 1e-12);
            Assert.Equal(other.GetProperty("correctedPValue").GetDouble(), difference.GetProperty("pValue").GetDouble(), 1e-12);
            Assert.Equal(other.GetProperty("verdict").GetString(), difference.GetProperty("verdict").GetString(), ignoreCase: true);
        }
        Assert.Equal(3, report.GetProperty("lossShapes").GetArrayLength());
        Assert.All(report.GetProperty("lossShapes").EnumerateArray(), shape => Assert.Equal(506, SumOf(shape.GetProperty("met"))));
        Assert.Equal(3, report.GetProperty("learningCurves").GetArrayLength());
        Assert.All(report.GetProperty("learningCurves").EnumerateArray(), course => Assert.True(course.GetProperty("metric").GetArrayLength() > 0));
        string best = report.GetProperty("losses")[0].GetProperty("name").GetString()!;
        Assert.Equal(2, report.GetProperty("predictionPairs").GetArrayLength());
        float[] labels = [.. File.ReadLines(Boston).Skip(1).Select(line => float.Parse(line.Split(',')[^1], CultureInfo.InvariantCulture))];
        Assert.All(report.GetProperty("predictionPairs").EnumerateArray(), pair =>
        {
            Assert.Equal((best, 506), (pair.GetProperty("first").GetString(), pair.GetProperty("totalRows").GetInt32()));
            Assert.All(pair.GetProperty("rows").EnumerateArray().Zip(pair.GetProperty("actual").EnumerateArray()), row => Assert.Equal(labels[row.First.GetInt32()], row.Second.GetSingle()));
        });
        Assert.Contains("<svg", File.ReadAllText(_folder.PathOf("run", "report.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void Report_FolderOfAComparison_IsMadeFromItsData()
    {
        Assert.Equal(0, Tool.Run(_folder.Path, "compare", "--dataset", Boston, "--label-col", "MEDV", "--losses", "mse,mae", "--seeds", "1", "--folds", "2", "--epochs", "3", "--name", "run").ExitCode);
        string page = File.ReadAllText(_folder.PathOf("run", "report.html")), data = File.ReadAllText(_folder.PathOf("run", "report.json"));

        ToolResult whole = Tool.Run(_folder.Path, "report", "run"), titled = Tool.Run(_folder.Path, "report", "run", "-o", "page.html", "--title", "Which loss?");

        Assert.True(whole.ExitCode == 0, whole.Error);
        Assert.Equal((page, data), (File.ReadAllText(_folder.PathOf("run", "report.html")), File.ReadAllText(_folder.PathOf("run", "report.json"))));
        Assert.True(File.Exists(_folder.PathOf("run", "report.md")) && File.Exists(_folder.PathOf("run", "charts", "metric-rmse.svg")));
        Assert.Equal(0, titled.ExitCode);
        Assert.Contains("<title>Which loss?</title>", File.ReadAllText(_folder.PathOf("page.html")), StringComparison.Ordinal);

        File.Delete(_folder.PathOf("run", "report.json"));
        ToolResult without = Tool.Run(_folder.Path, "report", "run");
        Assert.Equal(1, without.ExitCode);
        Assert.Contains("report.json is not there", without.Error, StringComparison.Ordinal);
        Assert.Contains("mlnet-loss rerun", without.Error, StringComparison.Ordinal);
    }

    private static double SumOf(JsonElement histogram) =>
        histogram.GetProperty("counts").EnumerateArray().Sum(count => count.GetDouble()) + histogram.GetProperty("below").GetDouble() + histogram.GetProperty("above").GetDouble();

    [Fact]
    public void Report_FaultyCalls_AreExplained()
    {
        Train("regression", Boston, "MEDV", "--report", "false");
        var ml = new MLContext(1);
        IDataView data = ml.Data.LoadFromTextFile(Boston, [new TextLoader.Column("CRIM", DataKind.Single, 0)], separatorChar: ',', hasHeader: true);
        ml.Model.Save(ml.Transforms.NormalizeMeanVariance("CRIM").Fit(data), data.Schema, _folder.PathOf("prepares.zip"));
        string file = _folder.Write("in-the-way", "");
        (int, string, string[])[] faults =
        [
            (1, "has no column 'PRICE'", ["run", "--dataset", Boston, "--label-col", "PRICE"]),
            (2, "--label-col is missing", ["run/model.zip", "--dataset", Boston]),
            (2, "--dataset is missing", ["run/model.zip"]),
            (2, "--label-col and --input go with --dataset only", ["run", "--label-col", "MEDV"]),
            (1, "gives no column Score", ["prepares.zip", "--dataset", Boston, "--label-col", "MEDV"]),
            (1, $"{file} is a file", ["run", "-o", "in-the-way/report"]),
            (1, "There is no model nowhere", ["nowhere", "--dataset", Boston, "--label-col", "MEDV"]),
        ];

        foreach ((int exitCode, string sentence, string[] args) in faults)
        {
            ToolResult result = Tool.Run(_folder.Path, ["report", .. args]);
            Assert.True(exitCode == result.ExitCode, result.Error);
            Assert.Contains(sentence, result.Error, StringComparison.Ordinal);
        }
        Assert.Equal(["in-the-way", "prepares.zip", "run"], Directory.GetFileSystemEntries(_folder.Path).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void Report_Interrupted_LeavesNothing()
    {
        if (OperatingSystem.IsWindows())
            return;
        Train("regression", Boston, "MEDV", "--report", "false");
        var rows = new StringBuilder(File.ReadLines(Boston).First() + "\n");
        for (int i = 0; i < 300; i++)
            rows.AppendJoin('\n', File.ReadLines(Boston).Skip(1)).Append('\n');
        string many = _folder.Write("many.csv", rows.ToString());
        using Tool tool = Tool.Start(_folder.Path, "report", "run", "--dataset", many, "-o", "out");

        Thread.Sleep(1500);
        tool.Signal("INT");
        ToolResult result = tool.WaitForExit();

        Assert.Equal(130, result.ExitCode);
        Assert.Equal(["many.csv", "run"], Directory.GetFileSystemEntries(_folder.Path).Select(Path.GetFileName).Order());
    }

    public void Dispose() => _folder.Dispose();

    // The pixels of the file go from 0 to 16, those of pictures from 0 to the greatest that is shown as 255; all pictures of digits have a pixel of 16.
    private static void AssertShowsDigits(JsonElement report, int width, int height)
    {
        JsonElement images = report.GetProperty("evaluations")[0].GetProperty("images");
        Assert.Equal((width, height), (images.GetProperty("width").GetInt32(), images.GetProperty("height").GetInt32()));
        Assert.NotEmpty(images.GetProperty("images").EnumerateArray());
        string[] lines = File.ReadAllLines(Digits);
        foreach (JsonElement image in images.GetProperty("images").EnumerateArray())
        {
            int[] values = [.. lines[image.GetProperty("row").GetInt32() + 1].Split(',').Select(int.Parse)];
            Assert.Equal(values[^1].ToString(CultureInfo.InvariantCulture), image.GetProperty("actual").GetString());
            Assert.Equal(values[..^1].Select(value => (byte)Math.Round(255 * value / 16f)), image.GetProperty("pixels").GetBytesFromBase64());
        }
    }

    private static double MetricOf(JsonElement report, string name) =>
        report.GetProperty("evaluations")[0].GetProperty("metrics").EnumerateArray().Single(metric => metric.GetProperty("name").GetString() == name).GetProperty("value").GetDouble();

    private ToolResult Train(string command, string dataset, string label, params string[] more)
    {
        ToolResult result = Tool.Run(_folder.Path, [command, "--dataset", dataset, "--label-col", label, "--seed", "1", "--name", "run", "--epochs", "20", .. more]);
        Assert.True(result.ExitCode == 0, result.Error);
        return result;
    }

    private string[] Files(string folder) => [.. Directory.GetFileSystemEntries(_folder.PathOf(folder)).Select(Path.GetFileName).Order(StringComparer.Ordinal)!];

    private JsonElement Read(string folder, string file) => JsonDocument.Parse(File.ReadAllText(_folder.PathOf(folder, file))).RootElement;
}
