namespace MLNet.LossExperiments.Host.Tests.Console;

public sealed class DataTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private ToolResult Run(string line) => Tool.Run(_folder.Path, line.Split(' '));

    [Theory]
    [InlineData("data genrate", "There is no command genrate. Did you mean generate?", "data")]
    [InlineData("dat", "There is no command dat. Did you mean data?", "")]
    [InlineData("data generate moon", "There is no set 'moon'. Did you mean moons? There are xor, moons, spirals, heteroscedastic.", "data generate")]
    [InlineData("data generate", "Required argument 'SET' missing", "data generate")]
    [InlineData("data generate xor --row 5", "Unknown option '--row'. Did you mean --rows?", "data generate")]
    [InlineData("data generate xor --rows 0", "--rows: '0' is not allowed. Allowed are 1 to 100000000 rows.", "data generate")]
    [InlineData("data generate xor --noise NaN", "--noise: 'NaN' is not allowed. Allowed are numbers of at least 0.", "data generate")]
    public void Run_CommandThatMakesNoSense_SaysWhyAndExitsWith2(string line, string expected, string command)
    {
        ToolResult result = Run(line);

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith(expected, result.Error, StringComparison.Ordinal);
        Assert.EndsWith($"See {$"mlnet-loss {command}".Trim()} --help.{Environment.NewLine}", result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Output);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Theory]
    [InlineData("data")]
    [InlineData("data --help")]
    public void Run_GroupAlone_ShowsItsCommandsWithExamples(string line)
    {
        ToolResult result = Run(line);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("mlnet-loss data [COMMAND] [options]", result.Output, StringComparison.Ordinal);
        Assert.Contains("  generate  Make a small data set", result.Output, StringComparison.Ordinal);
        Assert.Contains("Examples:", result.Output, StringComparison.Ordinal);
        Assert.Empty(result.Error);
    }

    [Fact]
    public void Generate_WithoutAFile_WritesWhatItWouldIntoOne()
    {
        ToolResult printed = Run("data generate moons --rows 30 --seed 4"), written = Run("data generate moons --rows 30 --seed 4 -o new/moons.csv");

        Assert.Equal((0, 0), (printed.ExitCode, written.ExitCode));
        Assert.Equal($"Written to new/moons.csv: 30 rows of x1, x2, label.{Environment.NewLine}", written.Output);
        Assert.Equal(File.ReadAllLines(_folder.PathOf("new", "moons.csv")), printed.Output.TrimEnd().Split(Environment.NewLine));
        Assert.Equal(31, File.ReadAllLines(_folder.PathOf("new", "moons.csv")).Length);
        Assert.Equal(["moons.csv"], Directory.GetFiles(_folder.PathOf("new")).Select(Path.GetFileName));
    }

    [Fact]
    public void Generate_FileThatCannotBeWritten_SaysSo()
    {
        _folder.Write("file", "");
        ToolResult result = Run("data generate xor -o file/xor.csv");

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("file/xor.csv cannot be written: ", result.Error, StringComparison.Ordinal);
        Assert.Equal(["file"], Directory.GetFileSystemEntries(_folder.Path).Select(Path.GetFileName));
    }
}
