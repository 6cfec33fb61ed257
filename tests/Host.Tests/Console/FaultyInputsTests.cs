using System.Text;

namespace MLNet.LossExperiments.Host.Tests.Console;

/// <summary>Whatever a user gives by mistake gets a sentence and an exit code, and leaves nothing behind: docs/faulty-inputs.md is the table of them, written by this test when UPDATE_DOCS is set.</summary>
public sealed class FaultyInputsTests
{
    private static string Document => Path.Combine(Path.GetDirectoryName(Tool.Data)!, "docs", "faulty-inputs.md");

    [Fact]
    public void Run_FaultyInputs_GetTheSentencesOfTheTable()
    {
        var table = new StringBuilder(
            "# Faulty inputs\n\nWhat the console says to common mistakes, and the exit code that it ends with. A test runs each line and compares; none leaves a file behind.\n\n"
            + "| mistake | command | exit code | what is said |\n|---|---|---|---|\n");
        foreach (FaultyInput input in FaultyInput.All)
        {
            ToolResult result = Run(input);
            Assert.True(result.ExitCode == input.ExitCode, $"{input.What}: exit code {result.ExitCode} instead of {input.ExitCode}. {result.Error}");
            Assert.Empty(result.Output);
            Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
            table.Append(FormattableString.Invariant($"| {input.What} | `{input.Command}` | {input.ExitCode} | {Cell(result.Error)} |\n"));
        }

        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") is not null)
            File.WriteAllText(Document, table.ToString());
        Assert.Equal(File.ReadAllText(Document), table.ToString());
    }

    private static ToolResult Run(FaultyInput input)
    {
        using var folder = new TemporaryFolder();
        if (input.File is var (name, content))
            File.WriteAllBytes(folder.PathOf(name), content);
        ToolResult result = Tool.Run(folder.Path, [.. input.Command.Split(' ').Select(word => word.Replace("DATA/", Tool.Data + "/", StringComparison.Ordinal))]);
        Assert.Equal(input.File is null ? 0 : 1, Directory.GetFileSystemEntries(folder.Path).Length);
        return result with { Error = result.Error.Replace(Tool.Data + "/", "DATA/", StringComparison.Ordinal) };
    }

    // A table has a line for a row.
    private static string Cell(string text) => string.Join("<br>", text.TrimEnd().Split('\n').Select(line => line.TrimEnd('\r'))).Replace("|", "\\|", StringComparison.Ordinal);
}
