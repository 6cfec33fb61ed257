using System.Text.Json;

namespace MLNet.LossExperiments.Host.Tests.Console;

public sealed class OutputTests : IDisposable
{
    private const char Escape = '\x1b';

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Run_Json_IsOneDocumentAndTheFileWritten()
    {
        ToolResult result = Train("--json");

        Assert.Equal(0, result.ExitCode);
        using JsonDocument document = JsonDocument.Parse(result.Output);
        JsonElement root = document.RootElement;
        Assert.Equal(1, root.GetProperty("schemaVersion").GetInt32());
        Assert.Equal((404, 51, 51), (Rows(root, "training"), Rows(root, "validation"), Rows(root, "test")));
        Assert.Equal(3, root.GetProperty("history").GetArrayLength());
        Assert.True(root.GetProperty("metrics").GetProperty("test").GetProperty("meanSquaredError").GetDouble() > 0);
        Assert.Equal(File.ReadAllText(_folder.PathOf("boston-regression", "results.json")), result.Output);
        Assert.Contains("Seed: 3", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Piped_IsPlainText()
    {
        ToolResult result = Train();

        Assert.Equal(0, result.ExitCode);
        Assert.DoesNotContain(Escape, result.Output);
        Assert.DoesNotContain(Escape, result.Error);
        Assert.Matches(@"MAE +\d+\.\d{4} +\d+\.\d{4}", result.Output);
        Assert.Contains("Written to ./boston-regression: model.zip, config.json, results.json, report.html, report.json", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Quiet_SaysNothingOnStandardError()
    {
        ToolResult result = Train("--verbosity", "q");

        Assert.Equal(0, result.ExitCode);
        Assert.Empty(result.Error);
    }

    [Fact]
    public void Run_SameSeed_GivesTheSameMetrics()
    {
        string first = Metrics(Train("--json", "--name", "first"));
        string second = Metrics(Train("--json", "--name", "second"));

        Assert.Equal(first, second);
    }

    [Fact]
    public void Run_NoSeed_DrawsOneAndWritesItDown()
    {
        Tool.Run(_folder.Path, "regression", "--dataset", Path.Combine(Tool.Data, "boston.csv"), "--label-col", "MEDV", "--epochs", "1", "-o", "out", "--name", "run");

        using JsonDocument config = JsonDocument.Parse(File.ReadAllText(_folder.PathOf("out", "run", "config.json")));
        Assert.True(int.TryParse(config.RootElement.GetProperty("options").GetProperty("seed").GetString(), out _));
    }

    [Fact]
    public void Run_Config_RepeatsTheRun()
    {
        string first = Metrics(Train("--json", "--name", "first", "--ignore-cols", "B,ZN", "--hidden", "8", "--split-ratio", "0.3", "--clip-norm", "1", "--batch-norm"));
        using JsonDocument config = JsonDocument.Parse(File.ReadAllText(_folder.PathOf("first", "config.json")));
        IEnumerable<string> args = config.RootElement.GetProperty("options").EnumerateObject().SelectMany(option => option.Value.ValueKind == JsonValueKind.Array
            ? [$"--{option.Name}", .. option.Value.EnumerateArray().Select(value => value.GetString()!)]
            : new[] { $"--{option.Name}", option.Value.GetString()! });

        string second = Metrics(Tool.Run(_folder.Path, [config.RootElement.GetProperty("command").GetString()!, .. args, "--json"]));

        Assert.Equal(first, second);
    }

    [Fact]
    public void Run_LogFile_HoldsTheLogOfTheTrainer()
    {
        Train("--log-file-path", "log.txt");

        Assert.Contains("Epoch 3 of 3", File.ReadAllText(_folder.PathOf("log.txt")), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private ToolResult Train(params string[] more) =>
        Tool.Run(_folder.Path, ["regression", "--dataset", Path.Combine(Tool.Data, "boston.csv"), "--label-col", "MEDV", "--epochs", "3", "--seed", "3", .. more]);

    private static int Rows(JsonElement root, string set) => root.GetProperty("rows").GetProperty(set).GetInt32();

    private static string Metrics(ToolResult result)
    {
        using JsonDocument document = JsonDocument.Parse(result.Output);
        return document.RootElement.GetProperty("metrics").GetRawText();
    }
}
