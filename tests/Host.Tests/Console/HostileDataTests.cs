using System.Globalization;
using System.Text.Json;

namespace MLNet.LossExperiments.Host.Tests.Console;

/// <summary>Whatever stands in a file, and whatever a file is called, no control character of it reaches the terminal.</summary>
public sealed class HostileDataTests : IDisposable
{
    // Clears the screen, sets the title, the one-character form of ESC [, a carriage return, and a reversal of the reading order.
    private const string Hostile = "\u001b[2J\u001b]0;x\u0007\u009b31m\r\u202e";

    private readonly TemporaryFolder _folder = new();
    private readonly string _data;

    public HostileDataTests()
    {
        string rows = string.Concat(Enumerable.Range(0, 60).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i % 7},\"{(i % 2 == 0 ? "red" : "blue")}{Hostile}\",\"{(i % 3 == 0 ? "yes" : "no")}{Hostile}\",{i}\n")));
        _data = _folder.Write($"data{Hostile.Replace("\r", "", StringComparison.Ordinal)}.csv", $"\"a{Hostile}\",\"c{Hostile}\",\"y{Hostile}\",n\n{rows}");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_EveryCommandOnHostileData_WritesNoControlCharacter()
    {
        string label = $"y{Hostile}";
        AssertClean(0, "data", "describe", _data, "--label-col", label);
        AssertClean(0, "data", "describe", _data, "--label-col", label, "--json");
        AssertClean(0, "data", "preview", _data);
        AssertClean(0, "data", "preview", _data, "--json");
        AssertClean(0, "data", "split", _data, "--label-col", label, "--seed", "1", "-o", "parts");
        AssertClean(0, "data", "convert", _data, $"out{Hostile}.jsonl");
        AssertClean(0, "classification", "--dataset", _data, "--label-col", label, "--epochs", "2", "--hidden", "3", "--seed", "1", "--name", "run", "--verbosity", "diagnostic", "--log-file-path", "log.txt");
        AssertClean(0, "compare", "--dataset", _data, "--label-col", label, "--losses", "bce-logits,hinge", "--folds", "2", "--seeds", "1", "--epochs", "2", "--hidden", "3", "--name", "compared", "--report", "false");
        AssertClean(0, "evaluate", "run", "--dataset", _data, "--label-col", label);
        AssertClean(0, "evaluate", "run", "--dataset", _data, "--label-col", label, "--json");
        AssertClean(0, "report", "run", "--json");
        AssertClean(0, "report", "run", "-o", $"report{Hostile}");
        AssertClean(0, "info", "run");
        AssertClean(0, "info", "run", "--json");
        AssertClean(0, "export", "run", "--format", "csharp", "-o", "code");
        AssertClean(0, "rerun", "run", "--report", "false");
        AssertClean(0, "predict", "run", "--dataset", _data, "-o", "predictions.csv", "--keep-columns", "all");
        Assert.Contains("\u001b[2J", File.ReadAllText(_folder.PathOf("predictions.csv")), StringComparison.Ordinal);
        Assert.All(Directory.GetFiles(_folder.PathOf("run")).Where(file => !file.EndsWith(".zip", StringComparison.Ordinal)).Append(_folder.PathOf("log.txt")), file => AssertClean(File.ReadAllText(file), file));
    }

    [Theory]
    [InlineData(1, "regression --dataset FILE --label-col LABEL")]
    [InlineData(1, "regression --dataset FILE --label-col n --column-type c=number")]
    [InlineData(1, "data describe nowhere\u001b[2J")]
    [InlineData(2, "data describe FILE --label\u001b[2J x")]
    [InlineData(2, "no\u001b[2Jsuch")]
    [InlineData(1, "info FILE")]
    [InlineData(1, "regression --dataset FILE --label-col missing\u001b[2J")]
    [InlineData(2, "regression --dataset FILE --label-col n --loss mse\u001b[2J")]
    public void Run_FaultThatQuotesHostileText_WritesNoControlCharacter(int exitCode, string line) => AssertClean(
        exitCode,
        [.. line.Split(' ').Select(word => word.Replace("FILE", _data, StringComparison.Ordinal).Replace("LABEL", $"y{Hostile}", StringComparison.Ordinal).Replace("c=number", $"c{Hostile}=number", StringComparison.Ordinal))]);

    [Fact]
    public void Describe_HostileNamesAsJson_KeepsThemToTheLetter()
    {
        using JsonDocument document = JsonDocument.Parse(Tool.Run(_folder.Path, "data", "describe", _data, "--json").Output);

        Assert.Equal($"a{Hostile}", document.RootElement.GetProperty("columns")[0].GetProperty("name").GetString());
    }

    [Fact]
    public void Complete_HostileColumnNames_AreNotOffered()
    {
        string line = $"mlnet-loss regression --dataset \"{_data}\" --label-col ";
        ToolResult result = Tool.Run(_folder.Path, $"[suggest:{line.Length}]", line);

        AssertClean(result.Output, "the suggestions");
        Assert.Contains("n", result.Output.Split('\n').Select(word => word.Trim()));
    }

    private void AssertClean(int exitCode, params string[] args)
    {
        ToolResult result = Tool.Run(_folder.Path, args);
        string command = string.Join(' ', args);
        Assert.True(exitCode == result.ExitCode, $"{command}: {result.ExitCode}. {result.Error}");
        AssertClean(result.Output, command);
        AssertClean(result.Error, command);
    }

    private static void AssertClean(string text, string what)
    {
        string plain = text.ReplaceLineEndings("\n");
        int at = plain.AsSpan().IndexOfAny([.. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(c => char.IsControl(c) && c is not ('\n' or '\t')), '\u202e']);
        Assert.True(at < 0, $"{what} has U+{(at < 0 ? 0 : (int)plain[at]):X4} in: {(at < 0 ? "" : plain[Math.Max(0, at - 60)..Math.Min(plain.Length, at + 60)])}");
    }
}
