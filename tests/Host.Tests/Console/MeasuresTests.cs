using System.Text.Json;

namespace MLNet.LossExperiments.Host.Tests.Console;

/// <summary>What the console says of metrics: their intervals, and why one is missing.</summary>
public sealed class MeasuresTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static string Numbers(int rows) => "x,y\n" + string.Concat(Enumerable.Range(0, rows).Select(i => $"{i % 7},{i % 7 * 2 + i % 3}\n"));

    private static JsonElement Json(ToolResult result)
    {
        Assert.True(result.ExitCode == 0, result.Error);
        return JsonDocument.Parse(result.Output).RootElement;
    }

    [Fact]
    public void Regression_TestSetOfOneRow_HasNoMetricsAndSaysWhy()
    {
        string file = _folder.Write("train.csv", Numbers(12)), test = _folder.Write("test.csv", "x,y\n3,7\n");
        string[] command = ["regression", "--dataset", file, "--label-col", "y", "--test-dataset", test, "--seed", "1", "--epochs", "2", "--patience", "0", "--split-ratio", "100/0", "--report", "false"];

        ToolResult shown = Tool.Run(_folder.Path, command);
        Assert.True(shown.ExitCode == 0, shown.Error);
        Assert.Contains("– no metric (test): One row says nothing of others.", shown.Output, StringComparison.Ordinal);
        Assert.Contains("Warning: There are only 12 rows to train on.", shown.Error, StringComparison.Ordinal);

        JsonElement results = Json(Tool.Run(_folder.Path, [.. command, "--json"]));
        Assert.Equal(JsonValueKind.Null, results.GetProperty("metrics").GetProperty("test").GetProperty("rSquared").ValueKind);
        Assert.Equal("One row says nothing of others.", results.GetProperty("missingMetrics").GetProperty("test").GetProperty("rSquared").GetString());
        Assert.Empty(results.GetProperty("intervals").GetProperty("test").EnumerateObject());
    }

    [Fact]
    public void Evaluate_LabelsThatDoNotDiffer_SaysWhyRSquaredIsMissing()
    {
        string file = _folder.Write("train.csv", Numbers(60)), same = _folder.Write("same.csv", "x,y\n1,5\n2,5\n3,5\n");
        Assert.Equal(0, Tool.Run(_folder.Path, "regression", "--dataset", file, "--label-col", "y", "--seed", "1", "--epochs", "2", "--report", "false", "--name", "run").ExitCode);

        JsonElement document = Json(Tool.Run(_folder.Path, "evaluate", "run", "--dataset", same, "--label-col", "y", "--json"));
        Assert.Equal(JsonValueKind.Null, document.GetProperty("metrics").GetProperty("rSquared").ValueKind);
        Assert.Contains("labels do not differ", document.GetProperty("missingMetrics").GetProperty("rSquared").GetString(), StringComparison.Ordinal);
        JsonElement interval = document.GetProperty("intervals").GetProperty("meanAbsoluteError");
        Assert.InRange(document.GetProperty("metrics").GetProperty("meanAbsoluteError").GetDouble(), interval.GetProperty("low").GetDouble(), interval.GetProperty("high").GetDouble());
        Assert.Contains("– R² (3 rows): The labels do not differ", Tool.Run(_folder.Path, "evaluate", "run", "--dataset", same, "--label-col", "y").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_RowsOfOneClass_GivesWhatIsDefined()
    {
        string file = _folder.Write("train.csv", "x,y\n" + string.Concat(Enumerable.Range(0, 80).Select(i => $"{i},{(i < 40 ? "no" : "yes")}\n"))), yes = _folder.Write("yes.csv", "x,y\n70,yes\n75,yes\n5,yes\n");
        Assert.Equal(0, Tool.Run(_folder.Path, "classification", "--dataset", file, "--label-col", "y", "--seed", "1", "--epochs", "20", "--report", "false", "--name", "run").ExitCode);

        JsonElement document = Json(Tool.Run(_folder.Path, "evaluate", "run", "--dataset", yes, "--label-col", "y", "--json"));
        Assert.True(double.IsFinite(document.GetProperty("metrics").GetProperty("accuracy").GetDouble()));
        Assert.True(double.IsFinite(document.GetProperty("metrics").GetProperty("logLoss").GetDouble()));
        Assert.Equal(["areaUnderRocCurve", "logLossReduction"], document.GetProperty("missingMetrics").EnumerateObject().Select(one => one.Name));
    }
}
