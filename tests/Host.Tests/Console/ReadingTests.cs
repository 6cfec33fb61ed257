using System.Text.Json.Nodes;

namespace MLNet.LossExperiments.Host.Tests.Console;

/// <summary>What is read otherwise than it stands in the file is asked for, printed, or refused.</summary>
public sealed class ReadingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a;b\n1,250;8,125\n2,375;4,500\n", 1.8125)]
    [InlineData("a;b\n1.133,50;1\n1.133,50;2\n", 1133.5)]
    [InlineData("a;b\n1.5;1\n2.5;2\n", 2)]
    [InlineData("a\tb\n1 133,5\t1\n1 133,5\t2\n", 1133.5)]
    public void Describe_EachDecimalMark_IsReadAsMeant(string text, double mean) => Assert.Equal(mean, MeanOf("a", text));

    [Theory]
    [InlineData("a;b\n1.250;8\n2.375;4\n", "'1.250' was read as 1250", "--decimal-mark .")]
    [InlineData("a\tb\n1,250\t8\n2,375\t4\n", "'1,250' was read as 1250", "--decimal-mark ,")]
    [InlineData("a,b\n\"1,250\",8\n\"2,375\",4\n", "'1,250' was read as 1250", "--decimal-mark ,")]
    [InlineData("a;b\n1,250;8\n2,375;4\n", "decimal commas", "text with semicolons")]
    [InlineData("a,b\n1 250.5,8\n2 375.5,4\n", "thousands are grouped; '1 250.5' was read as 1250.5", "data.csv")]
    public void Describe_WhatIsInDoubt_IsWarnedOf(string text, string doubt, string option)
    {
        _folder.Write("data.csv", text);

        ToolResult result = Tool.Run(_folder.Path, "data", "describe", "data.csv");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains(doubt, result.Error, StringComparison.Ordinal);
        Assert.Contains(option, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Describe_ADoubtThatAnOptionSettles_IsNotWarnedOf()
    {
        _folder.Write("data.csv", "a\tb\n1,250\t8\n2,375\t4\n");

        ToolResult points = Tool.Run(_folder.Path, "data", "describe", "data.csv", "--decimal-mark", "."), commas = Tool.Run(_folder.Path, "data", "describe", "data.csv", "--decimal-mark", ",");

        Assert.DoesNotContain("Warning", points.Error + commas.Error, StringComparison.Ordinal);
        Assert.Contains("1812.5", points.Output, StringComparison.Ordinal);
        Assert.Contains("1.8125", commas.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_AMarkThatIsContradictedAfterTheSample_IsRefusedWithItsLine()
    {
        string rows = string.Concat(Enumerable.Range(0, 300).Select(i => i < 200 ? $"1,{250 + i}\t{i}\n" : $"1,{i % 10}\t{i}\n"));
        _folder.Write("data.csv", $"a\ty\n{rows}");

        ToolResult result = Tool.Run(_folder.Path, "regression", "--dataset", "data.csv", "--label-col", "y");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("data.csv, line 202, column 'a': '1,0' is not a number with a decimal point (--decimal-mark , would read it)", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_AColumnWithTheOtherMark_IsRefusedAndNotTakenForCategories()
    {
        string rows = string.Concat(Enumerable.Range(0, 60).Select(i => $"{i},5;{i}.5;{i}\n"));
        _folder.Write("data.csv", $"a;b;y\n{rows}{rows.Replace('.', ',')}");

        ToolResult result = Tool.Run(_folder.Path, "regression", "--dataset", "data.csv", "--label-col", "y");

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("data.csv, line 2, column 'b': '0.5' is not a number with a decimal comma", result.Error, StringComparison.Ordinal);
        Assert.Contains("--column-type b=category", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_ANumberForMissingValues_IsMissingInFeaturesLabelsAndNewRows()
    {
        string rows = string.Concat(Enumerable.Range(0, 120).Select(i => $"{(i % 10 == 3 ? "-999" : $"{i % 7}.5")},{i % 5},{(i % 12 == 5 ? "-999.0" : $"{i % 7 + i % 5}")}\n"));
        _folder.Write("data.csv", $"a,b,y\n{rows}");
        _folder.Write("new.csv", "a,b\n-999,1\n");
        _folder.Write("empty.csv", "a,b\n,1\n");

        ToolResult trained = Tool.Run(_folder.Path, "regression", "--dataset", "data.csv", "--label-col", "y", "--missing-values", "-999", "--seed", "1", "--epochs", "5", "--name", "run", "--report", "false");

        Assert.True(trained.ExitCode == 0, trained.Error);
        Assert.Contains("10 of the 120 rows of data.csv have no 'y' and are left out.", trained.Error, StringComparison.Ordinal);
        JsonNode config = JsonNode.Parse(File.ReadAllText(_folder.PathOf("run", "config.json")))!;
        Assert.True((bool)config["columns"]!["features"]!.AsArray().Single(feature => (string?)feature!["name"] == "a")!["missingIndicated"]!);
        Assert.Equal("-999", (string?)config["reading"]!["given"]!["missing-values"]);
        Assert.Equal(
            Tool.Run(_folder.Path, "predict", "run", "--dataset", "empty.csv").Output,
            Tool.Run(_folder.Path, "predict", "run", "--dataset", "new.csv").Output);
    }

    [Fact]
    public void Train_ANumberForMissingWeights_IsRefused()
    {
        _folder.Write("data.csv", "a,w,y\n" + string.Concat(Enumerable.Range(0, 40).Select(i => $"{i},{(i == 20 ? "-999" : "1")},{i}\n")));

        ToolResult result = Tool.Run(_folder.Path, "regression", "--dataset", "data.csv", "--label-col", "y", "--weight-col", "w", "--missing-values", "-999");

        Assert.StartsWith("data.csv, line 22, column 'w': the weight is missing", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("# exported 2024\n\nTitle\n", "passed over 2 lines ('# exported 2024', 'Title') before the table")]
    [InlineData("# exported 2024\r\n", "passed over the line '# exported 2024' before the table")]
    [InlineData("\uFEFFThe title\n", "passed over the line 'The title' before the table")]
    public void Train_LinesBeforeTheHeader_ArePassedOverAndNoted(string before, string note)
    {
        _folder.Write("data.csv", $"{before}a,b,y\n{Rows}");

        ToolResult result = Train();

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Contains(note, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_LinesSaidAndComments_ArePassedOverEverywhere()
    {
        _folder.Write("data.csv", $"x,y,z\na,b,y\n# note, with, commas\n{Rows}# end\n");

        ToolResult result = Train("--skip-lines", "1", "--comment", "#");

        Assert.True(result.ExitCode == 0, result.Error);
        JsonNode config = JsonNode.Parse(File.ReadAllText(_folder.PathOf("run", "config.json")))!;
        Assert.Equal(("1", "#"), ((string?)config["options"]!["skip-lines"], (string?)config["options"]!["comment"]));
        Assert.Equal(0, Tool.Run(_folder.Path, "rerun", "run", "--epochs", "1").ExitCode);
        Assert.Equal(0, Tool.Run(_folder.Path, "predict", "run", "--dataset", "data.csv", "-o", "out.csv").ExitCode);
    }

    [Fact]
    public void Train_ALineThatNamesTheSeparator_IsHonoured()
    {
        _folder.Write("data.csv", $"sep=;\n{("a,b,y\n" + Rows).Replace(',', ';')}");

        ToolResult result = Train();

        Assert.True(result.ExitCode == 0, result.Error);
    }

    [Fact]
    public void Train_ASummaryAfterTheRows_IsStillRefusedWithItsLine()
    {
        _folder.Write("data.csv", $"Title\na,b,y\n{Rows}Total: 60\n");

        ToolResult result = Train();

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("data.csv, line 63: the row has 1 value, but the header names 3 columns.", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_AHeaderThatLacksAName_IsNotPassedOver()
    {
        _folder.Write("data.csv", $"a,b,y\n{Rows.Replace("\n", ",9\n", StringComparison.Ordinal)}");

        ToolResult result = Train();

        Assert.Equal(
            "data.csv, line 2: the row has 4 values, but the header names 3 columns. If the table of 4 columns begins further down, say with --skip-lines how many lines stand before it.", result.Error.TrimEnd());
    }

    private static string Rows { get; } = string.Concat(Enumerable.Range(0, 60).Select(i => $"{i % 7},{i % 5},{i % 7 + i % 5}\n"));

    private ToolResult Train(params string[] more) =>
        Tool.Run(_folder.Path, ["regression", "--dataset", "data.csv", "--label-col", "y", "--seed", "1", "--epochs", "2", "--name", "run", "--report", "false", .. more]);

    private double MeanOf(string column, string text)
    {
        _folder.Write("data.csv", text);
        ToolResult result = Tool.Run(_folder.Path, "data", "describe", "data.csv", "--json");
        Assert.True(result.ExitCode == 0, result.Error);
        return (double)JsonNode.Parse(result.Output)!["columns"]!.AsArray().Single(found => (string?)found!["name"] == column)!["numbers"]!["mean"]!;
    }
}
