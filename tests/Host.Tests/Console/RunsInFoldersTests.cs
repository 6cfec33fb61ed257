namespace MLNet.LossExperiments.Host.Tests.Console;

/// <summary>A folder is always one run: never two mixed, never one lost to another.</summary>
public sealed class RunsInFoldersTests : IDisposable
{
    private static readonly string Boston = Path.Combine(Tool.Data, "boston.csv");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_FolderOfAnotherRun_KeepsItAndTakesANumber()
    {
        Assert.Contains("Written to ./s: ", Compare("mse,mae").Output, StringComparison.Ordinal);
        byte[] model = File.ReadAllBytes(_folder.PathOf("s", "model.zip"));

        ToolResult trained = Train();

        Assert.Contains("Written to ./s-2: model.zip, config.json, results.json", trained.Output, StringComparison.Ordinal);
        Assert.StartsWith("./s is there already, so the results go to ./s-2. To replace what is there, add --force.", trained.Error, StringComparison.Ordinal);
        Assert.Equal(["cells.jsonl", "comparison.json", "config.json", "model.zip"], Files("s"));
        Assert.Equal(model, File.ReadAllBytes(_folder.PathOf("s", "model.zip")));
        Assert.Equal(["config.json", "model.zip", "results.json"], Files("s-2"));
        Assert.Contains("s-2", File.ReadAllText(_folder.PathOf("s-2", "results.json")), StringComparison.Ordinal);
        Assert.Contains("Written to ./s-3: ", Train().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Force_ReplacesTheOtherRunAndKeepsWhatElseIsThere()
    {
        Compare("mse,mae");
        _folder.Write(Path.Combine("s", "notes.txt"), "mine");

        Assert.Contains("Written to ./s: ", Train("--force").Output, StringComparison.Ordinal);
        Assert.Equal(["config.json", "model.zip", "notes.txt", "results.json"], Files("s"));

        Assert.Contains("Written to ./s: ", Compare("mse,mae", "--force").Output, StringComparison.Ordinal);
        Assert.Equal(["cells.jsonl", "comparison.json", "config.json", "model.zip", "notes.txt"], Files("s"));
        Assert.Single(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Run_ForceOnSomebodysFolder_IsRefusedBeforeTraining()
    {
        Directory.CreateDirectory(_folder.PathOf("s"));
        _folder.Write(Path.Combine("s", "thesis.txt"), "mine");

        ToolResult result = Tool.Run(_folder.Path, Line("regression", "--force"));

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("./s holds none of the files that this command writes, so --force does not replace it.", result.Error, StringComparison.Ordinal);
        Assert.Equal(["thesis.txt"], Files("s"));
        Assert.Contains("Written to ./s-2: ", Train().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_Again_GoesOnWithItsOwnCellsAndNoOther()
    {
        Compare("mse,mae");

        Assert.Contains("All 4 cells were finished before", Compare("mse,mae").Error, StringComparison.Ordinal);
        Assert.Contains("Written to ./s-2: ", Compare("mse,huber").Output, StringComparison.Ordinal);
        ToolResult first = Compare("mse,mae"), second = Compare("mse,huber");
        Assert.Contains("Written to ./s: ", first.Output, StringComparison.Ordinal);
        Assert.Contains("All 4 cells were finished before", first.Error, StringComparison.Ordinal);
        Assert.Contains("Written to ./s-2: ", second.Output, StringComparison.Ordinal);
        Assert.Contains("All 4 cells were finished before", second.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("finished before", Compare("mse,mae", "--fresh").Error, StringComparison.Ordinal);
        Assert.Equal(["s", "s-2"], Directory.GetDirectories(_folder.Path).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void Run_CheckpointInItsOwnFolder_StaysThere()
    {
        string checkpoint = Path.Combine("s", "fit.checkpoint");

        Assert.Contains("Written to ./s: ", Train("--checkpoint", checkpoint).Output, StringComparison.Ordinal);

        Assert.Equal(["config.json", "fit.checkpoint", "model.zip", "results.json"], Files("s"));
    }

    [Fact]
    public void Split_FolderOfOtherSets_KeepsThemUnlessForced()
    {
        string[] split = ["data", "split", Boston, "-o", "sets", "--seed"];
        Tool.Run(_folder.Path, [.. split, "1"]);
        byte[] training = File.ReadAllBytes(_folder.PathOf("sets", "training.csv"));

        Assert.Contains("Written to ./sets-2: ", Tool.Run(_folder.Path, [.. split, "2"]).Output, StringComparison.Ordinal);
        Assert.Equal(training, File.ReadAllBytes(_folder.PathOf("sets", "training.csv")));
        Assert.Contains("Written to ./sets: ", Tool.Run(_folder.Path, [.. split, "2", "--split-ratio", "100/0/0", "--format", "jsonl", "--force"]).Output, StringComparison.Ordinal);
        Assert.Equal(["training.jsonl"], Files("sets"));
    }

    [Fact]
    public void Report_FolderWithAPageOfSomebodyElse_IsRefused()
    {
        Train();
        Directory.CreateDirectory(_folder.PathOf("site"));
        _folder.Write(Path.Combine("site", "report.html"), "mine");

        ToolResult result = Tool.Run(_folder.Path, "report", "s", "-o", "site");

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("site/report.html is no report of mlnet-loss, and is not replaced.", result.Error.Replace('\\', '/').Replace("./", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(["report.html"], Files("site"));
    }

    private string[] Files(string folder) => [.. Directory.GetFileSystemEntries(_folder.PathOf(folder)).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    private ToolResult Train(params string[] more) => Done(Line("regression", more));

    private ToolResult Compare(string losses, params string[] more) => Done([.. Line("compare", more), "--losses", losses, "--seeds", "1", "--folds", "2"]);

    private static string[] Line(string command, params string[] more) => [command, "--dataset", Boston, "--label-col", "MEDV", "--epochs", "2", "--hidden", "3", "--report", "false", "--name", "s", .. more];

    private ToolResult Done(string[] line)
    {
        ToolResult result = Tool.Run(_folder.Path, line);
        Assert.True(result.ExitCode == 0, result.Error);
        return result;
    }
}
