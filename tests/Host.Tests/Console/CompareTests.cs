using System.Text.Json;
using Microsoft.ML;

namespace MLNet.LossExperiments.Host.Tests.Console;

public sealed class CompareTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static string Boston => Path.Combine(Tool.Data, "boston.csv");

    public void Dispose() => _folder.Dispose();

    private ToolResult Compare(string dataset, string label, params string[] more) =>
        Tool.Run(_folder.Path, ["compare", "--dataset", dataset, "--label-col", label, "--hidden", "8", "--epochs", "12", "--patience", "4", "--learning-rate", "0.02", .. more]);

    [Fact]
    public void Run_Losses_PrintsTableAndVerdict()
    {
        ToolResult result = Compare(Boston, "MEDV", "--losses", "mse,huber:delta=1,student-t:nu=3,scale=2", "--seeds", "2", "--folds", "3");
        Assert.Equal(0, result.ExitCode);
        foreach (string expected in new[] { "RMSE", "R²", "student-t:nu=3,scale=2", "±", "(1)", "(3)", "The same predictions by what the losses optimise:", "has the best RMSE, on average over 6 splits of 506 rows. The 95 % intervals hold for all pairs together.", ", 95 % interval ", "Losses that may be the best (95 % confidence): ", "18 networks" })
            Assert.Contains(expected, result.Output, StringComparison.Ordinal);
        Assert.Equal(["cells.jsonl", "comparison.json", "config.json", "model.zip", "report.html", "report.json"], Directory.GetFiles(_folder.PathOf("boston-compare")).Select(Path.GetFileName).Order());
        ITransformer model = new MLContext().Model.Load(_folder.PathOf("boston-compare", "model.zip"), out DataViewSchema inputs);
        Assert.NotNull(model);
        Assert.DoesNotContain(inputs, column => column.Name == "MEDV");
    }

    [Fact]
    public void Run_Json_IsTheWholeRecord()
    {
        ToolResult result = Compare(Path.Combine(Tool.Data, "breast-cancer.csv"), "diagnosis", "--losses", "bce-logits,hinge", "--seeds", "7,9", "--holdout", "0.25", "--criterion", "auc", "--json");
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(File.ReadAllText(_folder.PathOf("breast-cancer-compare", "comparison.json")), result.Output);
        using JsonDocument document = JsonDocument.Parse(result.Output);
        JsonElement root = document.RootElement, comparison = root.GetProperty("comparison");
        Assert.Equal(("compare", "binary", "auc"), (root.GetProperty("command").GetString(), root.GetProperty("task").GetString(), comparison.GetProperty("criterion").GetString()));
        Assert.Equal(4, comparison.GetProperty("cells").GetArrayLength());
        Assert.All(comparison.GetProperty("cells").EnumerateArray(), cell =>
        {
            Assert.Equal(142, cell.GetProperty("testRows").GetInt32());
            Assert.True(cell.GetProperty("metrics").GetProperty("auc").GetDouble() > 0.9);
            Assert.True(cell.GetProperty("history").GetProperty("epochs").GetArrayLength() > 0);
            Assert.Equal(cell.GetProperty("setting").GetProperty("loss").GetString() == "bce-logits", cell.GetProperty("metrics").TryGetProperty("log-loss", out _));
        });
        Assert.Equal("0.25", root.GetProperty("options").GetProperty("holdout").GetString());
    }

    [Fact]
    public void Run_NoLossesNamed_TakesThoseOfTheTask()
    {
        ToolResult result = Compare(Path.Combine(Tool.Data, "digits.csv"), "digit", "--seeds", "1", "--holdout", "0.3", "--task", "classification");
        Assert.Equal(0, result.ExitCode);
        foreach (string loss in new[] { "cross-entropy", "focal", "brier", "multi-margin" })
            Assert.Contains(loss, result.Output, StringComparison.Ordinal);
        Assert.Contains("a single split cannot tell chance from difference", result.Output, StringComparison.Ordinal);
        Assert.Contains("multiclass: 1797 rows", result.Error, StringComparison.Ordinal);
    }

    // 8 of 400 rows have a city of their own, so that training rows of different folds have different numbers of features.
    [Fact]
    public void Run_CategoryAbsentFromSomeFolds_ComparesAll()
    {
        string[] cities = ["Bonn", "Trier", "Aachen", "Mainz"];
        File.WriteAllLines(_folder.PathOf("houses.csv"), ["city,rooms,price", .. Enumerable.Range(0, 400).Select(row => FormattableString.Invariant($"{(row % 50 == 7 ? $"place {row}" : cities[row % 4])},{row % 6},{row % 4 * 10 + row % 6 * 5}"))]);
        ToolResult result = Compare("houses.csv", "price", "--losses", "mse,mae", "--seeds", "2", "--folds", "5");
        Assert.Equal((0, ""), (result.ExitCode, result.ExitCode == 0 ? "" : result.Error));
        Assert.Contains("20 networks", result.Output, StringComparison.Ordinal);
    }

    // A run that is killed at any moment keeps what it had finished; run again it trains the rest and finds the same.
    [Theory]
    [InlineData("KILL")]
    [InlineData("INT")]
    public void Run_KilledAndRunAgain_KeepsFinishedCells(string signal)
    {
        if (OperatingSystem.IsWindows())
            return;
        string[] command = ["compare", "--dataset", Boston, "--label-col", "MEDV", "--losses", "mse,mae", "--seeds", "40", "--epochs", "60", "--patience", "0", "--hidden", "8"];
        string cells = _folder.PathOf("killed", "cells.jsonl");
        using (Tool tool = Tool.Start(_folder.Path, [.. command, "--name", "killed"]))
        {
            for (DateTime limit = DateTime.UtcNow.AddMinutes(1); CountLines(cells) < 20 && DateTime.UtcNow < limit;)
                Thread.Sleep(5);
            tool.Signal(signal);
            ToolResult stopped = tool.WaitForExit();
            Assert.NotEqual(0, stopped.ExitCode);
            if (signal == "INT")
                Assert.Contains("run the same command again to go on.", stopped.Error, StringComparison.Ordinal);
        }
        int finished = CountLines(cells) - 1;
        Assert.InRange(finished, 19, 399);
        // What a kill in the middle of a line leaves.
        File.AppendAllText(cells, "{\"setting\":{\"loss\":\"ms");

        ToolResult resumed = Tool.Run(_folder.Path, [.. command, "--name", "killed"]), whole = Tool.Run(_folder.Path, [.. command, "--name", "whole"]);

        Assert.Equal((0, 0), (resumed.ExitCode, whole.ExitCode));
        Assert.Contains($"{finished} of 400 cells were finished before; going on with the rest.", resumed.Error, StringComparison.Ordinal);
        Assert.Equal(401, CountLines(cells));
        Dictionary<string, double> expected = Metrics("whole"), actual = Metrics("killed");
        Assert.Equal(400, expected.Count);
        Assert.All(expected, pair => Assert.Equal(pair.Value, actual[pair.Key], 1e-3 * pair.Value));
    }

    [Fact]
    public void Run_OneLossOnOneSplit_SaysThatItIsAlone()
    {
        ToolResult result = Compare(Boston, "MEDV", "--losses", "mse", "--seeds", "1", "--holdout", "0.2");
        Assert.Contains("mse is alone: name more losses to compare it with.", result.Output, StringComparison.Ordinal);
        Assert.Contains("1 network, ", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("may be the best", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_ALossAsCriterion_Decides()
    {
        ToolResult result = Compare(Boston, "MEDV", "--losses", "mse,quantile:tau=0.9", "--criterion", "quantile:tau=0.9", "--seeds", "2", "--folds", "2");
        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Contains("quantile:tau=0.9 has the best quantile:tau=0.9", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--missing-values", "3")]
    [InlineData("--decimal-mark", ",")]
    [InlineData("--column-type", "b=category")]
    public void Run_TheSameFileReadInAnotherWay_StartsAnew(string option, string value)
    {
        string data = _folder.Write("data.csv", "a\tb\ty\n" + string.Concat(Enumerable.Range(0, 80).Select(i => $"{1 + i % 7},{i % 4}25\t{i % 5}\t{i % 12}\n")));
        string[] usual = ["--losses", "mse,mae", "--seeds", "1", "--folds", "2", "--name", "same", "--report", "false"];

        ToolResult before = Compare(data, "y", usual), again = Compare(data, "y", usual), other = Compare(data, "y", [.. usual, option, value]);

        Assert.True(before.ExitCode == 0 && again.ExitCode == 0 && other.ExitCode == 0, before.Error + again.Error + other.Error);
        Assert.Contains("in an earlier run", again.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("in an earlier run", other.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Baseline_IsWhatOthersAreComparedWith()
    {
        ToolResult result = Compare(Boston, "MEDV", "--losses", "mse,huber,mae", "--baseline", "huber", "--equivalence", "20%", "--seeds", "2", "--folds", "3");
        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Contains("The 95 % intervals hold for all comparisons with the baseline together.", result.Output, StringComparison.Ordinal);
        Assert.Equal(2, result.Output.Split('\n').Count(line => line.StartsWith("  ", StringComparison.Ordinal) && line.Contains(" huber:delta=1", StringComparison.Ordinal) && line.Contains("difference", StringComparison.Ordinal)));
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(_folder.PathOf("boston-compare", "comparison.json")));
        JsonElement root = document.RootElement, comparison = root.GetProperty("comparison");
        Assert.Equal((2, "huber:delta=1"), (root.GetProperty("schemaVersion").GetInt32(), comparison.GetProperty("baseline").GetProperty("loss").GetString()));
        Assert.Equal(("huber:delta=1", "20%"), (root.GetProperty("options").GetProperty("baseline").GetString(), root.GetProperty("options").GetProperty("equivalence").GetString()));
        JsonElement rmse = comparison.GetProperty("metrics").EnumerateArray().Single(metric => metric.GetProperty("name").GetString() == "rmse");
        double huber = comparison.GetProperty("settings").EnumerateArray().Single(setting => setting.GetProperty("setting").GetProperty("loss").GetString() == "huber:delta=1").GetProperty("metrics").GetProperty("rmse").GetProperty("mean").GetDouble();
        Assert.Equal(0.2 * huber, rmse.GetProperty("equivalenceMargin").GetDouble(), 1e-9);
        Assert.All(rmse.GetProperty("others").EnumerateArray(), other => Assert.Equal(1, new[] { "probabilityBetter", "probabilityEqual", "probabilityWorse" }.Sum(name => other.GetProperty(name).GetDouble()), 1e-9));
        // What the run says of itself repeats it.
        ToolResult again = Tool.Run(_folder.Path, ["rerun", _folder.PathOf("boston-compare"), "--name", "again"]);
        Assert.True(again.ExitCode == 0, again.Error);
        Assert.Contains("hold for all comparisons with the baseline together", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_AnotherComparison_StartsAnew()
    {
        Assert.Equal(0, Compare(Boston, "MEDV", "--losses", "mse,mae", "--seeds", "1", "--folds", "2", "--name", "same").ExitCode);
        ToolResult again = Compare(Boston, "MEDV", "--losses", "mse,mae", "--seeds", "2", "--folds", "2", "--name", "same");
        Assert.Contains("4 of 8 cells were finished before", again.Error, StringComparison.Ordinal);
        ToolResult other = Compare(Boston, "MEDV", "--losses", "mse,mae", "--seeds", "1", "--folds", "2", "--name", "same", "--dropout", "0.3");
        Assert.DoesNotContain("finished before", other.Error, StringComparison.Ordinal);
        ToolResult fresh = Compare(Boston, "MEDV", "--losses", "mse,mae", "--seeds", "1", "--folds", "2", "--name", "same", "--dropout", "0.3", "--fresh");
        Assert.DoesNotContain("finished before", fresh.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--losses mse,hubr", 2, "Did you mean huber?")]
    [InlineData("--losses mse,cross-entropy", 2, "'cross-entropy' is a loss for three or more classes")]
    [InlineData("--losses mse,mse", 2, "--losses has 'mse' twice")]
    [InlineData("--losses mse,,mae", 2, "a comma with no loss beside it")]
    [InlineData("--folds 1", 2, "--folds is 1, but must be at least 2")]
    [InlineData("--holdout 1.5", 2, "--holdout is 1.5, but must be greater than 0 and less than 1.")]
    [InlineData("--seeds 0", 2, "Allowed are from 1 to 10000 seeds")]
    [InlineData("--seeds 3,3", 2, "--seeds is empty or has a seed twice")]
    [InlineData("--criterion f1", 2, "There is no regression metric 'f1'")]
    [InlineData("--losses mse,mae --baseline huber", 2, "--baseline is 'huber:delta=1', but must be one of the losses that are compared: mse, mae.")]
    [InlineData("--baseline hubr", 2, "--baseline: ")]
    [InlineData("--baseline brier", 2, "'brier' is a loss for two classes")]
    [InlineData("--equivalence -1%", 2, "Allowed are shares such as 0.5% and amounts such as 0.01, at least 0.")]
    [InlineData("--equivalence much", 2, "'much' is not a number")]
    [InlineData("--learning-rates 0.1,-1", 2, "--learning-rates holds a number that is not greater than 0")]
    [InlineData("--architectures 8;0", 2, "--architectures holds a size less than 1")]
    [InlineData("--losses mse --learning-rate 1e30 --optimizer sgd", 1, "no best one")]
    [InlineData("--folds 600", 1, "too few for 600 folds")]
    public void Run_FaultyRequest_IsToldInASentence(string more, int exitCode, string expected)
    {
        string[] given = more.Split(' ');
        IEnumerable<string> others = new[] { ("--seeds", "1"), ("--folds", "2") }.Where(option => !given.Contains(option.Item1)).SelectMany(option => new[] { option.Item1, option.Item2 });
        ToolResult result = Tool.Run(_folder.Path, ["compare", "--dataset", Boston, "--label-col", "MEDV", "--epochs", "2", "--hidden", "4", .. others, .. given]);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
        Assert.Equal(exitCode, result.ExitCode);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_LabelThatOneLossRefuses_NamesTheLineAndTheColumn()
    {
        _folder.Write("data.csv", "a,y\n1,2\n2,0\n3,4\n4,5\n5,6\n6,7\n7,8\n8,9\n9,1\n10,3\n");
        ToolResult result = Compare("data.csv", "y", "--losses", "mse,gamma", "--folds", "2");
        Assert.StartsWith("data.csv, line 3, column 'y': the label is 0. The loss 'gamma' takes labels greater than 0.", result.Error, StringComparison.Ordinal);
        Assert.Equal(1, result.ExitCode);
    }

    private static int CountLines(string path)
    {
        if (!File.Exists(path))
            return 0;
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        return reader.ReadToEnd().Count(character => character == '\n');
    }

    private Dictionary<string, double> Metrics(string name)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(_folder.PathOf(name, "comparison.json")));
        return document.RootElement.GetProperty("comparison").GetProperty("cells").EnumerateArray().ToDictionary(
            cell => $"{cell.GetProperty("setting").GetProperty("loss")} {cell.GetProperty("seed")} {cell.GetProperty("fold")}",
            cell => cell.GetProperty("metrics").GetProperty("rmse").GetDouble());
    }
}
