using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.LossExperiments.Host.Formats;

namespace MLNet.LossExperiments.Host.Tests.Console;

/// <summary>Models that the console trained, used on files of every kind.</summary>
public sealed class PredictTests(PredictTests.Models models) : IClassFixture<PredictTests.Models>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static string Boston => Path.Combine(Tool.Data, "boston.csv");

    [Fact]
    public void Predict_Regression_GivesTheScoresOfMLNet()
    {
        ToolResult result = Tool.Run(_folder.Path, "predict", models.Regression, "--dataset", Boston);

        Assert.Equal(0, result.ExitCode);
        string[] lines = result.Output.TrimEnd().Split('\n');
        Assert.Equal("Score", lines[0]);
        var ml = new MLContext();
        ITransformer model = ml.Model.Load(Path.Combine(models.Regression, "model.zip"), out DataViewSchema schema);
        IDataView data = ml.Data.LoadFromTextFile(Boston, [.. schema.Index().Select(column => new TextLoader.Column(column.Item.Name, DataKind.Single, column.Index))], separatorChar: ',', hasHeader: true);
        float[] expected = [.. model.Transform(data).GetColumn<float>("Score")];
        Assert.Equal(expected, lines.Skip(1).Select(line => float.Parse(line, CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("out.csv")]
    [InlineData("out.tsv")]
    [InlineData("out.jsonl")]
    [InlineData("out.parquet")]
    public void Predict_ToAnyFormat_HoldsTheKeptColumnsAndThePredictions(string name)
    {
        ToolResult result = Tool.Run(_folder.Path, "predict", models.Binary, "--dataset", Path.Combine(Tool.Data, "breast-cancer.csv"), "-o", name, "--keep-columns", "diagnosis,0");

        Assert.Equal(0, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.Equal($"569 rows predicted. Written to {name}", result.Error.TrimEnd());
        TableSource source = TableSources.Open(_folder.PathOf(name), ReadingOptions.Unsaid);
        Assert.Equal(["diagnosis", "mean radius", "PredictedLabel", "Score", "Probability"], source.ColumnNames);
        using RowReader rows = source.OpenRows();
        int count = 0, right = 0;
        while (rows.Read())
        {
            count++;
            right += rows.TextOf(0) == rows.TextOf(2) ? 1 : 0;
            Assert.True(rows.TryReadNumber(3, out float score) && rows.TryReadNumber(4, out float probability));
            Assert.Equal(score > 0, rows.TextOf(2) == "malignant");
        }
        Assert.Equal(569, count);
        Assert.InRange(right, 500, 569);
        Assert.Equal([name], Directory.GetFiles(_folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void Predict_FromStandardInput_IsTheSameAsFromTheFile()
    {
        string text = File.ReadAllText(Boston);

        ToolResult piped = Tool.RunWithInput(_folder.Path, text, "predict", models.Regression, "--dataset", "-");

        Assert.Equal(Tool.Run(_folder.Path, "predict", models.Regression, "--dataset", Boston).Output, piped.Output);
    }

    [Fact]
    public void Predict_OtherOrderOtherColumnsSemicolonsAndSaidCommas_IsTheSame()
    {
        string[][] rows = [.. File.ReadLines(Boston).Select(line => line.Split(','))];
        _folder.Write("odd.txt", string.Concat(rows.Select((row, i) => string.Join(';', row.Reverse().Select(cell => i == 0 ? cell : cell.Replace('.', ',')).Prepend(i == 0 ? "what" : "ever")) + "\r\n")));

        Assert.Equal(
            Tool.Run(_folder.Path, "predict", models.Regression, "--dataset", Boston).Output,
            Tool.Run(_folder.Path, "predict", models.Regression, "--dataset", "odd.txt", "--decimal-mark", ",").Output);
    }

    [Fact]
    public void Predict_DecimalCommasWhereTrainingHadPoints_IsRefusedAndSaysWhatWouldReadThem()
    {
        _folder.Write("odd.txt", File.ReadAllText(Boston).Replace(',', '\t').Replace('.', ','));

        ToolResult result = Tool.Run(_folder.Path, "predict", models.Regression, "--dataset", "odd.txt", "-o", "out.csv");

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("odd.txt has decimal commas. The rows that the model was trained on had commas and decimal points. Say how '6,575' is meant: --decimal-mark , if", result.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.PathOf("out.csv")));
    }

    [Fact]
    public void Predict_ANumberWithTheOtherMark_IsRefusedWithItsLine()
    {
        string[] lines = File.ReadAllLines(Boston);
        lines[3] = $"\"0,02729\"{lines[3][lines[3].IndexOf(',', StringComparison.Ordinal)..]}";
        _folder.Write("data.csv", string.Join('\n', lines));

        ToolResult result = Tool.Run(_folder.Path, "predict", models.Regression, "--dataset", "data.csv", "-o", "out.csv");

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("data.csv, line 4, column 'CRIM': '0,02729' is not a number with a decimal point (--decimal-mark , would read it)", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Predict_NumbersThatAnotherSeparatorMakesDoubtful_AreAskedFor()
    {
        _folder.Write("odd.txt", string.Join('\n', File.ReadLines(Boston).Take(1)).Replace(',', ';') + "\n" + string.Join(';', Enumerable.Repeat("1,250", 14)) + "\n");

        ToolResult result = Tool.Run(_folder.Path, "predict", models.Regression, "--dataset", "odd.txt");

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.Equal(
            "odd.txt has semicolons between values, which go with decimal commas. The rows that the model was trained on had commas and decimal points. "
            + "Say how '1,250' is meant: --decimal-mark , if a fraction follows its comma, otherwise --decimal-mark .",
            result.Error.TrimEnd());
        Assert.Equal(0, Tool.Run(_folder.Path, "predict", models.Regression, "--dataset", "odd.txt", "--decimal-mark", ",").ExitCode);
    }

    [Fact]
    public void Predict_Multiclass_GivesAScoreForEachClass()
    {
        ToolResult result = Tool.Run(_folder.Path, "predict", models.Multiclass, "--dataset", Path.Combine(Tool.Data, "digits.csv"));

        string[] lines = result.Output.TrimEnd().Split('\n');
        Assert.Equal("PredictedLabel," + string.Join(',', Enumerable.Range(0, 10).Select(i => $"Score.{i}")), lines[0]);
        string[] first = lines[1].Split(',');
        double[] scores = [.. first.Skip(1).Select(score => double.Parse(score, CultureInfo.InvariantCulture))];
        Assert.Equal(1, scores.Sum(), 1e-5);
        Assert.Equal(int.Parse(first[0], CultureInfo.InvariantCulture), Array.IndexOf(scores, scores.Max()));
    }

    [Theory]
    [InlineData("x,y\n1,2\n", "lacks what the model needs: 'CRIM', 'ZN', ")]
    [InlineData("", "is empty.")]
    public void Predict_DataThatDoesNotServe_SaysWhyAndWritesNothing(string text, string expected)
    {
        _folder.Write("data.csv", text);

        ToolResult result = Tool.Run(_folder.Path, "predict", models.Regression, "--dataset", "data.csv", "-o", "out.csv");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
        Assert.Equal(["data.csv"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void Predict_TextWhereTheModelTakesANumber_NamesTheLineAndKeepsWhatWasThere()
    {
        string[] lines = File.ReadAllLines(Boston);
        lines[3] = "high" + lines[3][lines[3].IndexOf(',', StringComparison.Ordinal)..];
        _folder.Write("data.csv", string.Join('\n', lines));
        _folder.Write("out.csv", "precious");

        ToolResult result = Tool.Run(_folder.Path, "predict", models.Regression, "--dataset", "data.csv", "-o", "out.csv");

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("data.csv, line 4, column 'CRIM': 'high' is not a number, which the model takes there.", result.Error, StringComparison.Ordinal);
        Assert.Equal("precious", File.ReadAllText(_folder.PathOf("out.csv")));
        Assert.Equal(2, Directory.GetFiles(_folder.Path).Length);
    }

    [Theory]
    [InlineData("nowhere.zip", "There is no model nowhere.zip.")]
    [InlineData("data.csv", "data.csv cannot be loaded as a model of ML.NET: ")]
    [InlineData(".", "The folder . holds no model.zip.")]
    public void Predict_NoModel_SaysSo(string model, string expected)
    {
        _folder.Write("data.csv", "x,y\n1,2\n");

        ToolResult result = Tool.Run(_folder.Path, "predict", model, "--dataset", "data.csv");

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith(expected, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Predict_NameThatSaysNoFormat_ListsWhatIsAllowed()
    {
        ToolResult result = Tool.Run(_folder.Path, "predict", models.Regression, "--dataset", Boston, "-o", "out.xlsx");

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("The name out.xlsx does not say in which format to write. Allowed are .csv, .tsv, ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_OnTheTrainingFile_MeasuresWhatMLNetMeasures()
    {
        ToolResult result = Tool.Run(_folder.Path, "evaluate", models.Binary, "--dataset", Path.Combine(Tool.Data, "breast-cancer.csv"), "--label-col", "diagnosis", "--json");

        Assert.Equal(0, result.ExitCode);
        using var document = System.Text.Json.JsonDocument.Parse(result.Output);
        Assert.Equal(["benign", "malignant"], document.RootElement.GetProperty("classes").EnumerateArray().Select(name => name.GetString()));
        int[][] confusion = [.. document.RootElement.GetProperty("confusion").EnumerateArray().Select(row => row.EnumerateArray().Select(count => count.GetInt32()).ToArray())];
        Assert.Equal(569, confusion.Sum(row => row.Sum()));
        Assert.Equal((357, 212), (confusion[0].Sum(), confusion[1].Sum()));
        Assert.Equal((confusion[0][0] + confusion[1][1]) / 569.0, document.RootElement.GetProperty("metrics").GetProperty("accuracy").GetDouble(), 1e-9);
        Assert.Equal(confusion[1][1] / 212.0, document.RootElement.GetProperty("metrics").GetProperty("recall").GetDouble(), 1e-9);
    }

    [Fact]
    public void Evaluate_Multiclass_AgreesWithItsConfusion()
    {
        ToolResult result = Tool.Run(_folder.Path, "evaluate", models.Multiclass, "--dataset", Path.Combine(Tool.Data, "digits.csv"), "--label-col", "digit", "--json");

        using var document = System.Text.Json.JsonDocument.Parse(result.Output);
        int[][] confusion = [.. document.RootElement.GetProperty("confusion").EnumerateArray().Select(row => row.EnumerateArray().Select(count => count.GetInt32()).ToArray())];
        Assert.Equal(Enumerable.Range(0, 10).Sum(i => confusion[i][i]) / 1797.0, document.RootElement.GetProperty("metrics").GetProperty("microAccuracy").GetDouble(), 1e-9);
    }

    [Fact]
    public void Evaluate_LabelsOfOtherClasses_AreToldAndLeftOut()
    {
        string[] lines = File.ReadAllLines(Path.Combine(Tool.Data, "breast-cancer.csv"));
        string[] changed = [.. lines.Select((line, i) => i is 1 or 2 ? line.Replace("malignant", "unclear", StringComparison.Ordinal) : line)];
        _folder.Write("data.csv", string.Join('\n', changed));

        ToolResult result = Tool.Run(_folder.Path, "evaluate", models.Binary, "--dataset", "data.csv", "--label-col", "diagnosis");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("2 rows are of classes that the model does not know and are left out.", result.Error, StringComparison.Ordinal);
        Assert.Contains("567 rows", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Info_OfANetwork_TellsItsShapeLossAndColumns()
    {
        ToolResult result = Tool.Run(_folder.Path, "info", models.Regression, "--json");

        using var document = System.Text.Json.JsonDocument.Parse(result.Output);
        Assert.Equal([13, 64, 32, 1], document.RootElement.GetProperty("network").GetProperty("sizes").EnumerateArray().Select(size => size.GetInt32()));
        Assert.Equal("mse", document.RootElement.GetProperty("network").GetProperty("loss").GetString());
        Assert.Equal(13, document.RootElement.GetProperty("inputs").GetArrayLength());
    }

    [Fact]
    public void Predict_ScoringARow_HasNotLoadedLibTorch()
    {
        // A parser that waits for more input has read the model already.
        using Tool tool = Tool.StartWithInput(_folder.Path, "predict", models.Regression, "--dataset", "-");
        string maps = tool.WaitForMap("MLNet.LossExperiments.Transforms");
        tool.Write(File.ReadAllText(Boston));
        tool.EndInput();
        ToolResult result = tool.WaitForExit();

        Assert.Equal(0, result.ExitCode);
        Assert.DoesNotContain("libtorch", maps, StringComparison.OrdinalIgnoreCase);
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>A model of each kind, trained once for all tests.</summary>
    public sealed class Models : IDisposable
    {
        private readonly TemporaryFolder _folder = new();

        public Models()
        {
            Regression = Train("regression", "boston.csv", "MEDV");
            Binary = Train("classification", "breast-cancer.csv", "diagnosis");
            Multiclass = Train("classification", "digits.csv", "digit");
        }

        public string Regression { get; }

        public string Binary { get; }

        public string Multiclass { get; }

        public void Dispose() => _folder.Dispose();

        private string Train(string command, string dataset, string label)
        {
            string name = Path.GetFileNameWithoutExtension(dataset);
            ToolResult result = Tool.Run(_folder.Path, command, "--dataset", Path.Combine(Tool.Data, dataset), "--label-col", label, "--epochs", "8", "--seed", "1", "--learning-rate", "0.003", "--name", name);
            Assert.Equal(0, result.ExitCode);
            return _folder.PathOf(name);
        }
    }
}
