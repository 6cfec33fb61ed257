using System.Text;

namespace MLNet.LossExperiments.Host.Tests.Console;

/// <summary>What the console does with rows that belong together.</summary>
public sealed class SplitColumnTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static string Panel()
    {
        var text = new StringBuilder("shop,day,x,y\n");
        for (int i = 0; i < 300; i++)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{120240001 + i % 30},{1 + i / 30}.3.2024,{i * 37 % 101},{i * 37 % 101 + i % 30}\n");
        return text.ToString();
    }

    private string[][] Set(string name) => [.. File.ReadLines(_folder.PathOf("sets", $"{name}.csv")).Skip(1).Select(line => line.Split(','))];

    private ToolResult Run(params string[] args) => Tool.Run(_folder.Path, args);

    [Fact]
    public void DataSplit_Groups_StandInOneSetEach()
    {
        _folder.Write("panel.csv", Panel());
        ToolResult result = Run("data", "split", "panel.csv", "--label-col", "y", "--task", "regression", "--group-col", "shop", "--seed", "3", "-o", "sets");
        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Contains("Rows: 240 to train, 30 to validate, 30 to test.", result.Output, StringComparison.Ordinal);
        Assert.Equal(30, new[] { "training", "validation", "test" }.Sum(name => Set(name).Select(row => row[0]).Distinct().Count()));
    }

    [Fact]
    public void DataSplit_Times_AreInOrder()
    {
        _folder.Write("panel.csv", Panel());
        ToolResult result = Run("data", "split", "panel.csv", "--time-col", "day", "--split-ratio", "70/20/10", "-o", "sets");
        Assert.True(result.ExitCode == 0, result.Error);
        int[][] days = [.. new[] { "training", "validation", "test" }.Select(name => Set(name).Select(row => int.Parse(row[1].Split('.')[0], System.Globalization.CultureInfo.InvariantCulture)).Distinct().Order().ToArray())];
        Assert.Equal([[1, 2, 3, 4, 5, 6, 7], [8, 9], [10]], days);
    }

    [Fact]
    public void Train_Groups_DividesAsDataSplitDoesAndDoesNotLearnThem()
    {
        _folder.Write("panel.csv", Panel());
        ToolResult result = Run("regression", "--dataset", "panel.csv", "--label-col", "y", "--group-col", "shop", "--seed", "3", "--epochs", "2", "--name", "run");
        Assert.True(result.ExitCode == 0, result.Error);
        string told = result.Output + result.Error;
        Assert.Contains("'shop' says how rows are divided, and is not learned from", told, StringComparison.Ordinal);
        Assert.Contains("Rows: 240 to train, 30 to validate, 30 to test. Columns: 2.", told, StringComparison.Ordinal);
        Assert.Contains("group-col: shop", string.Join('\n', Run("rerun", "run", "--help").Output, File.ReadAllText(_folder.PathOf("run", "config.json")).Replace("\"", "", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void Train_DatesWithoutTimes_SaysHowToTestTheFuture()
    {
        _folder.Write("panel.csv", Panel());
        ToolResult result = Run("regression", "--dataset", "panel.csv", "--label-col", "y", "--seed", "3", "--epochs", "1", "--name", "run");
        Assert.Contains("Rows are divided at random. To train on the past and test on what comes after, say --time-col day.", result.Output + result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_Times_CountsEachSplitOnce()
    {
        _folder.Write("panel.csv", Panel());
        ToolResult result = Run("compare", "--dataset", "panel.csv", "--label-col", "y", "--time-col", "day", "--losses", "mse,mae", "--seeds", "2", "--folds", "3", "--epochs", "2", "--name", "run");
        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Contains("The 6 splits hold out 3 different sets of rows", result.Output, StringComparison.Ordinal);
        Assert.Contains("on average over 3 splits of 300 rows", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("is not defined", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("shop,x,y\na,1,1\n,2,2\nb,3,3\n", "--group-col shop", "data.csv, line 3, column 'shop': the group is missing, but --group-col needs one in each row.")]
    [InlineData("t,x,y\n1,1,1\n2,2,2\nsoon,3,3\n", "--time-col t", "The time column 't' must hold numbers, or dates of one format, to be put in order.")]
    [InlineData("shop,x,y\na,1,1\na,2,2\na,3,3\n", "--group-col shop", "The group column 'shop' has one group in the 3 rows that are to be divided, but a split needs two")]
    [InlineData("t,g,x,y\n1,1,1,1\n2,2,2,2\n", "--time-col t --group-col g", "--group-col and --time-col cannot be combined")]
    [InlineData("t,g,x,y\n1,1,1,1\n2,2,2,2\n", "--group-col y", "'y' is both --label-col and --group-col.")]
    public void Train_WhatCannotBeRight_IsRefused(string data, string options, string expected)
    {
        _folder.Write("data.csv", data);
        ToolResult result = Run(["regression", "--dataset", "data.csv", "--label-col", "y", "--split-ratio", "40/30/30", .. options.Split(' ')]);
        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains(expected, result.Error.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public void Train_Duplicates_AreCountedAndNamed()
    {
        // Each row twice, the second time in another half of the file; one has another label there.
        string[] rows = [.. Enumerable.Range(0, 100).Select(i => $"{i * 37 % 101},{i}")];
        string[] again = [.. rows.Select((row, i) => i == 7 ? "57,1000" : row)];
        _folder.Write("data.csv", "x,y\n" + string.Join('\n', rows.Concat(again)) + "\n");
        ToolResult result = Run("compare", "--dataset", "data.csv", "--label-col", "y", "--losses", "mse,mae", "--seeds", "1", "--folds", "2", "--epochs", "1", "--name", "c");
        Assert.Contains("Duplicates: 99 of 200 rows repeat an earlier one, and 1 repeat its features with another label (line 102 as line 2).", (result.Output + result.Error).ReplaceLineEndings(" "), StringComparison.Ordinal);

        result = Run("regression", "--dataset", "data.csv", "--label-col", "y", "--seed", "1", "--epochs", "1", "--name", "r");
        Assert.Matches(@"Duplicates: 1\d of 20 test rows are in the training set as well, and [01] with another label \(line \d+ as line \d+\)\.", (result.Output + result.Error).ReplaceLineEndings(" "));
    }

    [Fact]
    public void Train_RareClass_IsInEverySetOrNamed()
    {
        _folder.Write("data.csv", "x,y\n" + string.Concat(Enumerable.Range(0, 200).Select(i => $"{i % 13},{(i < 3 ? "rare" : i == 3 ? "single" : i % 2 == 0 ? "a" : "b")}\n")));
        ToolResult result = Run("data", "split", "data.csv", "--label-col", "y", "--seed", "1", "-o", "sets");
        Assert.True(result.ExitCode == 0, result.Error);
        Assert.All(new[] { "training", "validation", "test" }, name => Assert.Single(Set(name), row => row[1] == "rare"));

        result = Run("classification", "--dataset", "data.csv", "--label-col", "y", "--seed", "1", "--epochs", "1", "--name", "r");
        Assert.Contains("The test set has no row of class 'single' (1 row): too few for each set.", (result.Output + result.Error).ReplaceLineEndings(" "), StringComparison.Ordinal);
        result = Run("compare", "--dataset", "data.csv", "--label-col", "y", "--losses", "cross-entropy", "--seeds", "1", "--epochs", "1", "--name", "c");
        Assert.Contains("Too few rows to be held out in each of 5 folds: class 'single' (1 row), class 'rare' (3 rows).", (result.Output + result.Error).ReplaceLineEndings(" "), StringComparison.Ordinal);
    }
}
