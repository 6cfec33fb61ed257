using System.Globalization;
using System.Text.Json.Nodes;

namespace MLNet.LossExperiments.Host.Tests.Console;

/// <summary>What new rows lack, or have that training did not know, is told and never taken for something else.</summary>
public sealed class NewValuesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public NewValuesTests()
    {
        _folder.Write("train.csv", "flag,city,x,y\n" + string.Concat(Enumerable.Range(0, 200).Select(i =>
            string.Create(CultureInfo.InvariantCulture, $"{(i % 2 == 0 ? "yes" : "no")},{(i % 3 == 0 ? "Rome" : "Oslo")},{i % 11},{i % 2 * -5 + i % 11}\n"))));
        ToolResult trained = Tool.Run(_folder.Path, "regression", "--dataset", "train.csv", "--label-col", "y", "--seed", "1", "--epochs", "30", "--report", "false", "--name", "model");
        Assert.True(trained.ExitCode == 0, trained.Error);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Predict_UnknownTruthWord_ScoresAsOneThatIsMissing()
    {
        _folder.Write("new.csv", "flag,city,x\nyes,Rome,5\nno,Rome,5\nmaybe,Rome,5\n,Rome,5\n");

        ToolResult predicted = Tool.Run(_folder.Path, "predict", "model", "--dataset", "new.csv");

        string[] scores = [.. predicted.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)];
        Assert.Equal(scores[3], scores[2]);
        Assert.NotEqual(scores[1], scores[2]);
        Assert.Contains("flag: 1 value is unknown to the model (the first is 'maybe') and counts as missing.", predicted.Error, StringComparison.Ordinal);
        Assert.Contains("flag: 1 value is missing; the mean of the training rows stands in.", predicted.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_UnknownAndMissingValues_AreCountedColumnByColumn()
    {
        _folder.Write("new.csv", "flag,city,x,y\nyes,Paris,5,5\nno,Lima,,1\nyes,,3,3\n");

        ToolResult evaluated = Tool.Run(_folder.Path, "evaluate", "model", "--dataset", "new.csv", "--label-col", "y", "--json");

        JsonArray values = JsonNode.Parse(evaluated.Output)!["newValues"]!.AsArray();
        Assert.Equal(["city 1 2 Paris", "x 1 0 "], values.Select(value => $"{value!["column"]} {value["missing"]} {value["unknown"]} {value["example"]}"));
        Assert.Contains("city: 2 values are unknown to the model (the first is 'Paris').", evaluated.Error, StringComparison.Ordinal);
    }
}
