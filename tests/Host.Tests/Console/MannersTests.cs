namespace MLNet.LossExperiments.Host.Tests.Console;

/// <summary>How the console behaves towards terminals, pipes and machines that refuse something.</summary>
public sealed class MannersTests : IDisposable
{
    private const char Escape = '\x1b';

    private readonly TemporaryFolder _folder = new();

    private static string Boston => $"$tool regression --dataset '{Path.Combine(Tool.Data, "boston.csv")}' --label-col MEDV --seed 1";

    private static string Train => $"{Boston} --epochs 3 --hidden 4";

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_PipeThatIsClosedEarly_EndsQuietly()
    {
        if (OperatingSystem.IsWindows())
            return;
        ToolResult result = Tool.Shell(_folder.Path, $"{{ {Train} --json; echo $? > code; }} | head -1");

        Assert.Equal("{\n", result.Output);
        Assert.DoesNotContain("ipe", result.Error, StringComparison.Ordinal);
        Assert.Equal("0\n", File.ReadAllText(_folder.PathOf("code")));
        Assert.True(File.Exists(_folder.PathOf("boston-regression", "model.zip")));
    }

    [Fact]
    public void Help_PipeThatIsClosedEarly_EndsQuietly()
    {
        if (OperatingSystem.IsWindows())
            return;
        ToolResult result = Tool.Shell(_folder.Path, "$tool regression --help | head -1");
        Assert.Equal(("Train a network to predict a number.\n", ""), (result.Output, result.Error));
    }

    // Predictions of a file without end: the command ends with its reader, and not before.
    [Fact]
    public void Predict_ReaderThatHasEnough_EndsQuietly()
    {
        if (OperatingSystem.IsWindows())
            return;
        Assert.Equal(0, Tool.Shell(_folder.Path, Train).ExitCode);

        ToolResult result = Tool.Shell(
            _folder.Path,
            $"head -1 '{Path.Combine(Tool.Data, "boston.csv")}' > header; row=$(sed -n 2p '{Path.Combine(Tool.Data, "boston.csv")}'); {{ cat header; yes \"$row\" 2>/dev/null; }} | {{ $tool predict boston-regression --dataset -; echo $? > code; }} | head -3");

        Assert.Equal(3, result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Empty(result.Error);
        Assert.Equal("0\n", File.ReadAllText(_folder.PathOf("code")));
    }

    [Fact]
    public void Run_FullDiskBehindStandardOutput_SaysSo()
    {
        if (!File.Exists("/dev/full"))
            return;
        ToolResult result = Tool.Shell(_folder.Path, $"{Train} > /dev/full");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("Results cannot be written to standard output: No space left on device", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(_folder.PathOf("boston-regression", "model.zip")));
    }

    [Fact]
    public void Help_FullDiskBehindStandardOutput_SaysSo()
    {
        if (!File.Exists("/dev/full"))
            return;
        ToolResult result = Tool.Shell(_folder.Path, "$tool --help > /dev/full");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("No space left on device", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    // That nobody reads the notes is no reason to lose a model.
    [Theory]
    [InlineData("/dev/full")]
    [InlineData("&-")]
    public void Run_StandardErrorThatTakesNothing_TrainsAllTheSame(string error)
    {
        if (!File.Exists("/dev/full"))
            return;
        ToolResult result = Tool.Shell(_folder.Path, $"{Train} --json 2>{error}");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(File.ReadAllText(_folder.PathOf("boston-regression", "results.json")), result.Output);
    }

    [Fact]
    public void Run_LogOnAFullDisk_TrainsAndSaysThatTheLogIsIncomplete()
    {
        if (!File.Exists("/dev/full"))
            return;
        ToolResult result = Tool.Shell(_folder.Path, $"{Train} --log-file-path /dev/full");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("The log file /dev/full is incomplete: No space left on device", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--history /dev/full", "No space left on device")]
    [InlineData("--checkpoint /dev/full/x", "/dev/full")]
    [InlineData("--history .", "Access to the path '")]
    [InlineData("-o /proc", "/proc/boston-regression cannot be written: ")]
    public void Run_PlaceThatCannotBeWritten_IsToldInASentence(string more, string expected)
    {
        if (!File.Exists("/dev/full"))
            return;
        ToolResult result = Tool.Shell(_folder.Path, $"{Train} {more}");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("unforeseen", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.PathOf("boston-regression")));
    }

    [Fact]
    public void Run_FolderForAFile_IsToldInASentence()
    {
        ToolResult result = Tool.Run(_folder.Path, "regression", "--dataset", ".", "--label-col", "y");

        Assert.Equal(1, result.ExitCode);
        Assert.DoesNotContain("unforeseen", result.Error, StringComparison.Ordinal);
    }

    // With a limit on its memory the program must end in a sentence too.
    [Fact]
    public void Run_TooLittleMemory_IsToldInASentence()
    {
        if (OperatingSystem.IsWindows())
            return;
        ToolResult result = Tool.Shell(_folder.Path, $"export DOTNET_GCHeapHardLimit=0x4000000; {Boston} --epochs 1 --hidden 4500,4500");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("There is not enough memory. Close other programs, or ask for less", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_OnATerminal_IsRichAndPlainWithNoColor()
    {
        if (!File.Exists("/usr/bin/script"))
            return;
        string command = $"{Boston} --epochs 60 --patience 0";

        string rich = Tool.Shell(_folder.Path, $"export tool; TERM=xterm-256color script -qec \"{command}\" /dev/null < /dev/null").Output;
        string noColor = Tool.Shell(_folder.Path, $"export tool; NO_COLOR=1 TERM=xterm-256color script -qec \"{command.Replace("--seed 1", "--seed 1 --loss msee", StringComparison.Ordinal)}\" /dev/null < /dev/null").Output;
        string dumb = Tool.Shell(_folder.Path, $"export tool; TERM=dumb script -qec \"{command}\" /dev/null < /dev/null").Output;

        Assert.Contains(Escape, rich);
        Assert.Contains("There is no regression loss", noColor, StringComparison.Ordinal);
        Assert.DoesNotContain($"{Escape}[38", noColor, StringComparison.Ordinal);
        Assert.DoesNotContain($"{Escape}[31", noColor, StringComparison.Ordinal);
        Assert.DoesNotContain(Escape, dumb);
        Assert.Contains("Best epoch", dumb, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("quiet", false, false)]
    [InlineData("minimal", true, false)]
    [InlineData("diagnostic", true, true)]
    public void Run_Verbosity_SaysSoMuch(string level, bool hasNotes, bool hasLog)
    {
        ToolResult result = Tool.Run(
            _folder.Path, "regression", "--dataset", Path.Combine(Tool.Data, "boston.csv"), "--label-col", "MEDV", "--epochs", "2", "--verbosity", level);

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(hasNotes, result.Error.Contains("Rows: 404 to train", StringComparison.Ordinal));
        Assert.Equal(hasLog, result.Error.Contains("Epoch 2 of 2", StringComparison.Ordinal));
    }
}
