namespace MLNet.LossExperiments.Host.Tests.Console;

public sealed class StopTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("INT", 300)]
    [InlineData("INT", 2500)]
    [InlineData("TERM", 2500)]
    public void Run_Interrupted_ExitsWith130AndLeavesNothing(string signal, int milliseconds)
    {
        // Signals are those of Unix.
        if (OperatingSystem.IsWindows())
            return;
        using Tool tool = Tool.Start(
            _folder.Path, "regression", "--dataset", Path.Combine(Tool.Data, "boston.csv"), "--label-col", "MEDV", "--epochs", "1000000", "--patience", "0", "-o", "out");

        Thread.Sleep(milliseconds);
        tool.Signal(signal);
        ToolResult result = tool.WaitForExit();

        Assert.Equal(130, result.ExitCode);
        Assert.EndsWith("Stopped. Nothing was written." + Environment.NewLine, result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Output);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    public void Dispose() => _folder.Dispose();
}
