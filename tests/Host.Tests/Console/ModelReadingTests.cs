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
        Assert.Contains("--decimal-mark . replaces ,, with which the model's training rows were read.", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_ThreeDecimalsAfterDecimalCommas_AreReadAsTrainingRead()
    {
        _folder.Write("new.csv", "a;b;y\n1,250;8,125;9,375\n2,125;4,250;6,375\n");

        ToolResult result = Tool.Run(_folder.Path, "evaluate", models.Commas, "--dataset", "new.csv", "--label-col", "y", "--json");

        Assert.InRange((double)JsonNode.Parse(result.Output)!["metrics"]!["rootMeanSquaredError"]!, 0, 3);
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
