using System.Globalization;
using System.Text.Json.Nodes;

namespace MLNet.LossExperiments.Host.Tests.Console;

/// <summary>Classes are what the file writes, however they look.</summary>
public sealed class ClassLabelTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("120240001", "120240003", "300000000")]
    [InlineData("007", "07", "10")]
    [InlineData("2", "10", "100")]
    public void Classification_NumbersAsLabels_AreClassesAsWritten(params string[] classes)
    {
        Write("train.csv", classes);

        JsonNode result = Train("train.csv");
        ToolResult predicted = Tool.Run(_folder.Path, "predict", "model", "--dataset", "train.csv");
        ToolResult evaluated = Tool.Run(_folder.Path, "evaluate", "model", "--dataset", "train.csv", "--label-col", "y", "--json");

        Assert.Equal(classes, result["classes"]!.AsArray().Select(name => (string?)name));
        string[] predictions = [.. predicted.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')[0])];
        Assert.Equal(classes.Order(StringComparer.Ordinal), predictions.Distinct().Order(StringComparer.Ordinal));
        Assert.True((double)JsonNode.Parse(evaluated.Output)!["metrics"]!["microAccuracy"]! > 0.9, evaluated.Output + evaluated.Error);
    }

    [Fact]
    public void Classification_SpellingsOfTwoClasses_AreTwoClassesWithANote()
    {
        Write("train.csv", "yes", "no", "YES", "No", "yes", "no");

        ToolResult trained = Tool.Run(_folder.Path, "classification", "--dataset", "train.csv", "--label-col", "y", "--seed", "1", "--epochs", "3", "--report", "false", "--name", "model", "--json");

        Assert.Equal(["no", "yes"], JsonNode.Parse(trained.Output)!["classes"]!.AsArray().Select(name => (string?)name));
        Assert.Contains("class 'yes' is also spelt 'YES' (60 rows); class 'no' is also spelt 'No' (60 rows)", trained.Error, StringComparison.Ordinal);
        ToolResult evaluated = Tool.Run(_folder.Path, "evaluate", "model", "--dataset", "train.csv", "--label-col", "y", "--json");
        Assert.Equal(360, (int)JsonNode.Parse(evaluated.Output)!["rows"]!["evaluated"]!);
        Assert.Contains("'YES' counts as class 'yes'", evaluated.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Classification_ExactClasses_KeepsSpellingsApartForTheModelToo()
    {
        Write("train.csv", "yes", "no", "YES");
        Write("new.csv", "yes", "no", "No");

        JsonNode result = Train("train.csv", "--exact-classes");
        ToolResult evaluated = Tool.Run(_folder.Path, "evaluate", "model", "--dataset", "new.csv", "--label-col", "y", "--json");

        Assert.Equal(["YES", "no", "yes"], result["classes"]!.AsArray().Select(name => (string?)name));
        Assert.Equal(60, (int)JsonNode.Parse(evaluated.Output)!["rows"]!["unknown"]!);
    }

    [Fact]
    public void DataSplit_Clean_WritesEachClassInOneSpelling()
    {
        Write("train.csv", "007", "yes", "YES", "yes");

        ToolResult split = Tool.Run(_folder.Path, "data", "split", "train.csv", "--label-col", "y", "--seed", "1", "--clean", "-o", "parts");

        Assert.Equal(0, split.ExitCode);
        string[] labels = [.. new[] { "training", "validation", "test" }.SelectMany(set => File.ReadAllLines(_folder.PathOf($"parts/{set}.csv")).Skip(1)).Select(line => line.Split(',')[1]).Distinct().Order(StringComparer.Ordinal)];
        Assert.Equal(["007", "yes"], labels);
    }

    private JsonNode Train(string file, params string[] more)
    {
        ToolResult trained = Tool.Run(_folder.Path, ["classification", "--dataset", file, "--label-col", "y", "--seed", "1", "--learning-rate", "0.01", "--report", "false", "--name", "model", "--json", .. more]);
        Assert.True(trained.ExitCode == 0, trained.Error);
        return JsonNode.Parse(trained.Output)!;
    }

    // Sixty rows of each, apart from each other by their only feature.
    private void Write(string file, params string[] classes) => _folder.Write(file, "x,y\n" + string.Concat(Enumerable.Range(0, 60 * classes.Length)
        .Select(row => string.Create(CultureInfo.InvariantCulture, $"{row % classes.Length + row % 7 / 20.0:0.00},{classes[row % classes.Length]}\n"))));
}
