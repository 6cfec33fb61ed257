using System.Text.Json;

namespace MLNet.LossExperiments.Host.Tests.Console;

public sealed class RerunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public RerunTests()
    {
        File.Copy(Path.Combine(Tool.Data, "boston.csv"), _folder.PathOf("boston.csv"));
        ToolResult run = Tool.Run(
            _folder.Path, "regression", "--dataset", "boston.csv", "--label-col", "MEDV", "--epochs", "4", "--hidden", "6", "--history", "epochs.csv", "--checkpoint", "fit.checkpoint", "--name", "first");
        Assert.True(run.ExitCode == 0, run.Error);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Rerun_Run_RepeatsItInANewFolder()
    {
        DateTime written = File.GetLastWriteTimeUtc(_folder.PathOf("epochs.csv"));

        ToolResult once = Tool.Run(_folder.Path, "rerun", "first"), twice = Tool.Run(_folder.Path, "rerun", "first/", "--verbosity", "m");

        Assert.True(once.ExitCode == 0, once.Error);
        Assert.Contains("Written to ./first-rerun: ", once.Output, StringComparison.Ordinal);
        Assert.Contains("Written to ./first-rerun-2: ", twice.Output, StringComparison.Ordinal);
        Assert.Equal(Metrics("first"), Metrics("first-rerun"));
        Assert.Equal(Metrics("first"), Metrics("first-rerun-2"));
        Assert.DoesNotContain("Warning", once.Error, StringComparison.Ordinal);
        Assert.Equal(written, File.GetLastWriteTimeUtc(_folder.PathOf("epochs.csv")));
    }

    [Fact]
    public void Rerun_OptionsBehindTheFolder_ChangeTheRun()
    {
        ToolResult result = Tool.Run(_folder.Path, "rerun", "first", "--epochs", "2", "-o", "again", "--json", "--verbosity", "q");

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Empty(result.Error);
        using JsonDocument results = JsonDocument.Parse(result.Output);
        Assert.Equal(2, results.RootElement.GetProperty("history").GetArrayLength());
        Assert.True(File.Exists(_folder.PathOf("again", "first", "model.zip")));
    }

    [Theory]
    [InlineData("-o=again")]
    [InlineData("-o:again")]
    [InlineData("-oagain")]
    [InlineData("--output=again")]
    [InlineData("--output:again")]
    public void Rerun_OutputInAnyForm_WritesThere(string output)
    {
        ToolResult result = Tool.Run(_folder.Path, "rerun", "first", output, "--report=false", "--name:second");

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.True(File.Exists(_folder.PathOf("again", "second", "model.zip")));
    }

    [Fact]
    public void Rerun_FolderFromElsewhere_WritesNowhereElse()
    {
        foreach (string name in new[] { "victim.txt", "victim.csv", "victim.checkpoint" })
            _folder.Write(name, "precious");
        string config = _folder.PathOf("first", "config.json");
        string text = File.ReadAllText(config);
        text = System.Text.RegularExpressions.Regex.Replace(text, "\"history\": \"[^\"]*\"", "\"history\": \"../victim.csv\"");
        text = System.Text.RegularExpressions.Regex.Replace(text, "\"checkpoint\": \"[^\"]*\"", "\"checkpoint\": \"../victim.checkpoint\"");
        File.WriteAllText(config, text.Replace("\"options\": {", "\"options\": { \"log-file-path\": \"../victim.txt\", \"tensorboard\": \"../board\", \"json\": true,", StringComparison.Ordinal));

        ToolResult result = Tool.Run(_folder.Path, "rerun", "first");

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.All(Directory.GetFiles(_folder.Path, "victim.*"), file => Assert.Equal("precious", File.ReadAllText(file)));
        Assert.False(Directory.Exists(_folder.PathOf("board")));
        Assert.Contains("Not taken from first/config.json: log-file-path, tensorboard, ", result.Error, StringComparison.Ordinal);
        Assert.Contains("first/config.json says what to read: --dataset ", result.Error, StringComparison.Ordinal);
        Assert.Contains("Written to ./first-rerun: ", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Rerun_DataOrVersionsChanged_SaysWhat()
    {
        string config = _folder.PathOf("first", "config.json"), text = File.ReadAllText(config);
        File.WriteAllText(config, text.Replace($"\"TorchSharp\": \"", "\"TorchSharp\": \"0.1 or ", StringComparison.Ordinal));
        File.AppendAllText(_folder.PathOf("boston.csv"), "0.1,0,8.14,0,0.538,6,85,4,4,307,21,390,10,20\n");

        ToolResult longer = Tool.Run(_folder.Path, "rerun", "first");
        Assert.Equal(0, longer.ExitCode);
        Assert.Matches(@"Warning: The run was made with TorchSharp 0\.1 or [\d.]+; this is [\d.]+\. Results may differ a little\.", longer.Error);
        Assert.Matches(@"Warning: .*boston\.csv has changed since the run: it had [\d,]+ bytes, and has [\d,]+\. Results will differ\.", longer.Error);

        string csv = File.ReadAllText(Path.Combine(Tool.Data, "boston.csv"));
        File.WriteAllText(_folder.PathOf("boston.csv"), csv[..^3] + (csv[^3] == '1' ? '2' : '1') + csv[^2..]);
        Assert.Contains("its size is the same, its contents are not.", Tool.Run(_folder.Path, "rerun", "first").Error, StringComparison.Ordinal);
        File.Copy(Path.Combine(Tool.Data, "boston.csv"), _folder.PathOf("other.csv"));
        Assert.DoesNotContain("has changed", Tool.Run(_folder.Path, "rerun", "first", "--dataset", "other.csv").Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rerun nowhere", 1, "There is no folder nowhere.")]
    [InlineData("rerun .", 1, ". has no config.json, so there is no run of mlnet-loss in it.")]
    [InlineData("rerun --epochs 3 first", 2, "'--epochs' is an option, but the folder of the run comes first, as in mlnet-loss rerun boston-regression --epochs.")]
    [InlineData("rerun first --epoch 3", 2, "Unknown option '--epoch'. Did you mean --epochs?")]
    [InlineData("rerun first --epochs none", 2, "--epochs: 'none' is not a whole number.")]
    [InlineData("rerun first --config first/config.json", 2, "--config does not go with rerun")]
    [InlineData("rerun", 2, "Required argument 'DIR' missing")]
    public void Rerun_RequestThatMakesNoSense_IsToldInASentence(string line, int exitCode, string expected)
    {
        ToolResult result = Tool.Run(_folder.Path, line.Split(' '));

        Assert.StartsWith(expected, result.Error, StringComparison.Ordinal);
        Assert.Equal(exitCode, result.ExitCode);
    }

    private string Metrics(string run)
    {
        using JsonDocument results = JsonDocument.Parse(File.ReadAllText(_folder.PathOf(run, "results.json")));
        return results.RootElement.GetProperty("metrics").GetRawText();
    }
}
