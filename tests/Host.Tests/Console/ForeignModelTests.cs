using System.Globalization;
using System.Text.Json;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.LossExperiments.Host.Tests.Console;

/// <summary>Models that ML.NET's own trainers made, evaluated and used by the console.</summary>
public sealed class ForeignModelTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly MLContext _ml = new(1);

    private static string Boston => Path.Combine(Tool.Data, "boston.csv");

    [Fact]
    public void Evaluate_FastTreeOnNamedColumns_EqualsMLNet()
    {
        string[] names = [.. File.ReadLines(Boston).First().Split(',')];
        IDataView data = _ml.Data.LoadFromTextFile(Boston, [.. names.Select((name, i) => new TextLoader.Column(name, DataKind.Single, i))], separatorChar: ',', hasHeader: true);
        var model = _ml.Transforms.Concatenate("Features", names[..13]).Append(_ml.Regression.Trainers.FastTree("MEDV", numberOfTrees: 20)).Fit(data);
        _ml.Model.Save(model, data.Schema, _folder.PathOf("trees.zip"));

        JsonElement document = Evaluate("trees.zip", Boston, "MEDV");

        Assert.Equal("regression", document.GetProperty("task").GetString());
        Assert.Equal(_ml.Regression.Evaluate(model.Transform(data), "MEDV").RootMeanSquaredError, document.GetProperty("metrics").GetProperty("rootMeanSquaredError").GetDouble(), 1e-6);
    }

    [Fact]
    public void Evaluate_LightGbmOnAVectorOfTrueAndFalse_EqualsMLNet()
    {
        string path = _folder.PathOf("cancer.csv");
        File.WriteAllLines(path, File.ReadLines(Path.Combine(Tool.Data, "breast-cancer.csv")).Select(line => line.Replace("malignant", "1", StringComparison.Ordinal).Replace("benign", "0", StringComparison.Ordinal)));
        IDataView data = _ml.Data.LoadFromTextFile(path, [new TextLoader.Column("Features", DataKind.Single, 0, 29), new TextLoader.Column("Label", DataKind.Boolean, 30)], separatorChar: ',', hasHeader: true);
        var model = _ml.BinaryClassification.Trainers.LightGbm(numberOfIterations: 10).Fit(data);
        _ml.Model.Save(model, data.Schema, _folder.PathOf("boosted.zip"));

        JsonElement document = Evaluate("boosted.zip", path, "diagnosis", "--input", "Features=0..29");

        CalibratedBinaryClassificationMetrics expected = _ml.BinaryClassification.Evaluate(model.Transform(data));
        Assert.Equal(["false", "true"], document.GetProperty("classes").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal(expected.AreaUnderRocCurve, document.GetProperty("metrics").GetProperty("areaUnderRocCurve").GetDouble(), 1e-9);
        // ML.NET gives the log-loss of two classes in bits.
        Assert.Equal(expected.LogLoss * Math.Log(2), document.GetProperty("metrics").GetProperty("logLoss").GetDouble(), 1e-6);
    }

    [Fact]
    public void Evaluate_MaximumEntropyOnAVectorGivenByPlaces_EqualsMLNet()
    {
        string path = Path.Combine(Tool.Data, "digits.csv");
        IDataView raw = _ml.Data.LoadFromTextFile(path, [new TextLoader.Column("Pixels", DataKind.Single, 0, 63), new TextLoader.Column("digit", DataKind.Single, 64)], separatorChar: ',', hasHeader: false);
        IDataView data = _ml.Data.SkipRows(raw, 1);
        var model = _ml.Transforms.Conversion.MapValueToKey("Label", "digit").Append(_ml.MulticlassClassification.Trainers.SdcaMaximumEntropy("Label", "Pixels", maximumNumberOfIterations: 3)).Append(_ml.Transforms.Conversion.MapKeyToValue("PredictedLabel")).Fit(data);
        _ml.Model.Save(model, data.Schema, _folder.PathOf("linear.zip"));

        JsonElement document = Evaluate("linear.zip", path, "digit", "--input", "Pixels=0..63");

        Assert.Equal(_ml.MulticlassClassification.Evaluate(model.Transform(data)).MicroAccuracy, document.GetProperty("metrics").GetProperty("microAccuracy").GetDouble(), 1e-9);
    }

    [Fact]
    public void Predict_FastTree_GivesItsScores()
    {
        IDataView data = _ml.Data.LoadFromTextFile(Boston, [new TextLoader.Column("Features", DataKind.Single, 0, 12), new TextLoader.Column("Label", DataKind.Single, 13)], separatorChar: ',', hasHeader: true);
        var model = _ml.Regression.Trainers.FastTree(numberOfTrees: 5).Fit(data);
        _ml.Model.Save(model, data.Schema, _folder.PathOf("trees.zip"));

        ToolResult result = Tool.Run(_folder.Path, "predict", "trees.zip", "--dataset", Boston, "--input", "Features=CRIM..LSTAT");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(model.Transform(data).GetColumn<float>("Score"), result.Output.TrimEnd().Split('\n').Skip(1).Select(line => float.Parse(line, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Evaluate_AVectorWithoutNames_TellsWhichColumnsItTakes()
    {
        IDataView data = _ml.Data.LoadFromTextFile(Boston, [new TextLoader.Column("Inputs", DataKind.Single, 0, 12), new TextLoader.Column("Label", DataKind.Single, 13)], separatorChar: ',', hasHeader: true);
        _ml.Model.Save(_ml.Regression.Trainers.FastTree(featureColumnName: "Inputs", numberOfTrees: 2).Fit(data), data.Schema, _folder.PathOf("trees.zip"));
        _folder.Write("features.csv", string.Join('\n', File.ReadLines(Boston).Select(line => line[..line.LastIndexOf(',')])));

        ToolResult evaluated = Tool.Run(_folder.Path, "evaluate", "trees.zip", "--dataset", Boston, "--label-col", "MEDV", "--json"), predicted = Tool.Run(_folder.Path, "predict", "trees.zip", "--dataset", "features.csv");

        using JsonDocument document = JsonDocument.Parse(evaluated.Output);
        JsonElement input = document.RootElement.GetProperty("inputs")[0];
        Assert.Equal(("Inputs", true), (input.GetProperty("input").GetString(), input.GetProperty("isGuessed").GetBoolean()));
        Assert.Equal(File.ReadLines(Boston).First().Split(',')[..13], input.GetProperty("columns").EnumerateArray().Select(column => column.GetString()));
        foreach ((string error, string file) in new[] { (evaluated.Error, "boston.csv"), (predicted.Error, "features.csv") })
            Assert.Contains(
                $"The model does not name the columns of its input 'Inputs'. It takes the 13 columns of {file} that are left, in their order: CRIM, ZN, INDUS, CHAS, NOX, RM, AGE, DIS, RAD, TAX, PTRATIO, B, LSTAT. If that is not meant, say which with --input Inputs=COLUMNS.",
                error,
                StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Features=0..11", "--input: 'Features' takes 13 columns, but 12 are named.")]
    [InlineData("Feature=0..12", "--input: the model has no input 'Feature'. Did you mean Features?")]
    [InlineData("Features", "--input: 'Features' does not say where an input comes from.")]
    public void Predict_InputThatDoesNotFit_SaysWhy(string input, string expected)
    {
        IDataView data = _ml.Data.LoadFromTextFile(Boston, [new TextLoader.Column("Features", DataKind.Single, 0, 12), new TextLoader.Column("Label", DataKind.Single, 13)], separatorChar: ',', hasHeader: true);
        _ml.Model.Save(_ml.Regression.Trainers.FastTree(numberOfTrees: 2).Fit(data), data.Schema, _folder.PathOf("trees.zip"));

        ToolResult result = Tool.Run(_folder.Path, "predict", "trees.zip", "--dataset", Boston, "--input", input);

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith(expected, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Predict_ModelThatOnlyPrepares_SaysSo()
    {
        IDataView data = _ml.Data.LoadFromTextFile(Boston, [new TextLoader.Column("Features", DataKind.Single, 0, 12)], separatorChar: ',', hasHeader: true);
        _ml.Model.Save(_ml.Transforms.NormalizeMinMax("Features").Fit(data), data.Schema, _folder.PathOf("prepares.zip"));

        ToolResult result = Tool.Run(_folder.Path, "predict", "prepares.zip", "--dataset", Boston);

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("prepares.zip gives no column Score, so it predicts neither numbers nor classes.", result.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private JsonElement Evaluate(string model, string dataset, string label, params string[] more)
    {
        ToolResult result = Tool.Run(_folder.Path, ["evaluate", model, "--dataset", dataset, "--label-col", label, "--json", .. more]);
        Assert.Equal("", result.Error);
        return JsonDocument.Parse(result.Output).RootElement.Clone();
    }
}
