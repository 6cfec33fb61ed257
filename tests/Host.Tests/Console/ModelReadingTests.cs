using System.Globalization;
using System.IO.Compression;
using System.Text.Json.Nodes;
using Microsoft.ML;

namespace MLNet.LossExperiments.Host.Tests.Console;

/// <summary>A model carries how its training rows were read, and new rows are read in the same way.</summary>
public sealed class ModelReadingTests(ModelReadingTests.Models models) : IClassFixture<ModelReadingTests.Models>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Predict_ThreeDecimalsAfterDecimalCommas_AreReadAsTrainingRead()
    {
        _folder.Write("new.csv", "a;b\n1,250;8,125\n");
        _folder.Write("plain.csv", "a,b\n1.25,8.125\n");

        ToolResult predicted = Predict("new.csv");

        Assert.Equal(0, predicted.ExitCode);
        Assert.Equal(Predict("plain.csv", "--decimal-mark", ".").Output, predicted.Output);
        Assert.InRange(ScoreOf(predicted), 8, 13);
    }

    [Fact]
    public void Predict_ModelFileMovedElsewhere_StillKnows()
    {
        File.Copy(Path.Combine(models.Commas, "model.zip"), _folder.PathOf("moved.zip"));
        _folder.Write("new.csv", "a;b\n1,250;8,125\n");

        ToolResult moved = Tool.Run(_folder.Path, "predict", "moved.zip", "--dataset", "new.csv");

        Assert.Equal(Predict("new.csv").Output, moved.Output);
    }

    [Fact]
    public void Predict_OptionOnTheCommandLine_ReplacesTheModelsAndIsNoted()
    {
        _folder.Write("new.csv", "a,b\n1.25,8.125\n");

        ToolResult result = Predict("new.csv", "--decimal-mark", ".");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("--decimal-mark . replaces ',', with which the model's training rows were read.", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Predict_ValueMissingOnlyInNewRows_IsScored()
    {
        _folder.Write("new.csv", "a;b\n;8,5\n1,5;\n");

        ToolResult result = Predict("new.csv");

        Assert.Equal(0, result.ExitCode);
        Assert.DoesNotContain("no score", result.Error, StringComparison.Ordinal);
        Assert.All(result.Output.Trim().Split('\n').Skip(1), score => Assert.True(double.IsFinite(double.Parse(score, CultureInfo.InvariantCulture))));
    }

    [Fact]
    public void Evaluate_ThreeDecimalsAfterDecimalCommas_AreReadAsTrainingRead()
    {
        _folder.Write("new.csv", "a;b;y\n1,250;8,125;9,375\n2,125;4,250;6,375\n");

        ToolResult result = Tool.Run(_folder.Path, "evaluate", models.Commas, "--dataset", "new.csv", "--label-col", "y", "--json");

        Assert.InRange((double)JsonNode.Parse(result.Output)!["metrics"]!["rootMeanSquaredError"]!, 0, 3);
    }

    [Theory]
    [InlineData("new.jsonl", "{\"a\": 1.25, \"b\": 8.125}\n")]
    [InlineData("new.jsonl", "{\"a\": \"1,250\", \"b\": 8.125}\n")]
    [InlineData("new.tsv", "b\ta\n8,125\t1,250\n")]
    [InlineData("new.csv", "Title\nsep\na;b\n1,250;8,125\n1,250;8,125\n")]
    public void Predict_OtherFormats_GiveTheSame(string name, string text)
    {
        _folder.Write("usual.csv", "a;b\n1,25;8,125\n");
        _folder.Write(name, text);

        ToolResult result = Predict(name);

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Equal(ScoreOf(Predict("usual.csv")), ScoreOf(result));
    }

    [Fact]
    public void Predict_Parquet_GivesTheSame()
    {
        _folder.Write("usual.csv", "a;b\n1,25;8,125\n");
        Assert.Equal(0, Tool.Run(_folder.Path, "data", "convert", "usual.csv", "usual.parquet").ExitCode);

        Assert.Equal(Predict("usual.csv").Output, Predict("usual.parquet").Output);
    }

    [Fact]
    public void Predict_ModelFromJsonLines_ReadsTextByWhatItShows()
    {
        _folder.Write("train.jsonl", string.Concat(Enumerable.Range(0, 60).Select(i => $"{{\"a\": {i % 7}.5, \"y\": {i % 7}}}\n")));
        ToolResult trained = Tool.Run(_folder.Path, "regression", "--dataset", "train.jsonl", "--label-col", "y", "--seed", "1", "--epochs", "2", "--name", "json", "--report", "false");
        Assert.True(trained.ExitCode == 0, trained.Error);
        _folder.Write("commas.csv", "a;b\n2,5;1\n");
        _folder.Write("points.csv", "a,b\n2.5,1\n");

        ToolResult commas = Tool.Run(_folder.Path, "predict", "json", "--dataset", "commas.csv"), points = Tool.Run(_folder.Path, "predict", "json", "--dataset", "points.csv");

        Assert.True(commas.ExitCode == 0, commas.Error);
        Assert.Equal(points.Output, commas.Output);
    }

    [Fact]
    public void Train_ValidationFileWithThreeDecimals_IsReadAsTheDataset()
    {
        string rows = string.Concat(Enumerable.Range(0, 60).Select(i => $"{i % 7},5;{i % 7}\n"));
        _folder.Write("train.csv", $"a;y\n{rows}");
        _folder.Write("valid.csv", "a\ty\n" + string.Concat(Enumerable.Range(0, 20).Select(i => $"{1 + i % 7},500\t{1 + i % 7}\n")));

        ToolResult result = Tool.Run(_folder.Path, "regression", "--dataset", "train.csv", "--label-col", "y", "--validation-dataset", "valid.csv", "--seed", "1", "--epochs", "30", "--name", "files", "--json");

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.InRange((double)JsonNode.Parse(result.Output)!["metrics"]!["validation"]!["meanAbsoluteError"]!, 0, 3);
        string program = (string)JsonNode.Parse(File.ReadAllText(_folder.PathOf("files", "report.json")))!["reproduction"]!["cSharp"]!;
        Assert.Matches(@"data split \S*valid\.csv .*--decimal-mark , --clean", program);
    }

    [Fact]
    public void Rerun_WithAnotherDataset_ReadsItAsTheRunsWas()
    {
        _folder.Write("points.csv", "a,b,y\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"{i % 7}.5,{i % 5},{i}\n")));

        ToolResult result = Tool.Run(_folder.Path, "rerun", models.Commas, "--dataset", "points.csv", "-o", _folder.Path);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("'0.5' is not a number with a decimal comma (--decimal-mark . would read it)", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Info_Model_TellsHowRowsAreRead()
    {
        ToolResult json = Tool.Run(_folder.Path, "info", models.Commas, "--json"), text = Tool.Run(_folder.Path, "info", models.Commas);

        JsonNode reading = JsonNode.Parse(json.Output)!["reading"]!;
        Assert.Equal(",", (string?)reading["found"]!["decimal-mark"]);
        Assert.Equal("semicolon", (string?)reading["found"]!["separator"]);
        Assert.Equal(["y:number:label", "a:number:feature", "b:number:feature"], reading["columns"]!.AsArray().Select(column => $"{column!["name"]}:{column["kind"]}:{column["role"]}"));
        Assert.Contains("text with semicolons, decimal commas", text.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Model_InAnyProgram_IsLoadedAndSavedAgainWithoutTheReading()
    {
        var ml = new MLContext();

        ITransformer model = ml.Model.Load(Path.Combine(models.Commas, "model.zip"), out DataViewSchema schema);
        ml.Model.Save(model, schema, _folder.PathOf("again.zip"));

        Assert.Equal(["a", "b"], schema.Select(column => column.Name));
        using (ZipArchive saved = ZipFile.OpenRead(Path.Combine(models.Commas, "model.zip")), again = ZipFile.OpenRead(_folder.PathOf("again.zip")))
        {
            Assert.Contains(saved.Entries, entry => entry.FullName == "mlnet-loss/reading.json");
            Assert.DoesNotContain(again.Entries, entry => entry.FullName == "mlnet-loss/reading.json");
        }
        _folder.Write("new.csv", "a;b\n1,25;8,125\n");
        ToolResult result = Tool.Run(_folder.Path, "predict", "again.zip", "--dataset", "new.csv");
        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Equal(Predict("new.csv").Output, result.Output);
    }

    public void Dispose() => _folder.Dispose();

    private static float ScoreOf(ToolResult predicted) => float.Parse(predicted.Output.Split('\n')[1], CultureInfo.InvariantCulture);

    private ToolResult Predict(string file, params string[] more) => Tool.Run(_folder.Path, ["predict", models.Commas, "--dataset", file, .. more]);

    /// <summary>A model of y = a + b from a file with semicolons and decimal commas.</summary>
    public sealed class Models : IDisposable
    {
        private readonly TemporaryFolder _folder = new();

        public Models()
        {
            string rows = string.Concat(Enumerable.Range(0, 300).Select(i =>
            {
                double a = i % 17 * .5, b = i % 13 * .75;
                return string.Create(CultureInfo.InvariantCulture, $"{a:0.00};{b:0.00};{a + b:0.00}\n").Replace('.', ',');
            }));
            _folder.Write("train.csv", $"a;b;y\n{rows}");
            ToolResult result = Tool.Run(_folder.Path, "regression", "--dataset", "train.csv", "--label-col", "y", "--seed", "1", "--epochs", "40", "--name", "run", "--report", "false");
            Assert.True(result.ExitCode == 0, result.Error);
        }

        public string Commas => _folder.PathOf("run");

        public void Dispose() => _folder.Dispose();
    }
}
