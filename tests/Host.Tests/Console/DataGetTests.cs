using MLNet.LossExperiments.Host.Tests.Downloads;

namespace MLNet.LossExperiments.Host.Tests.Console;

public sealed class DataGetTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private ToolResult Run(string line) => Tool.Run(_folder.Path, line.Split(' '));

    [Theory]
    [InlineData("data get mnits", "There is no set 'mnits'. Did you mean mnist? There are mnist, fashion-mnist.")]
    [InlineData("data get mnist --from ftp://x/", "--from: 'ftp://x/' is not the address of a mirror, which begins with https:// or http:// and names a server.")]
    public void Run_CommandThatMakesNoSense_SaysWhyAndExitsWith2(string line, string expected)
    {
        ToolResult result = Run(line);
        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith(expected, result.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Get_MirrorWithoutTheFiles_SaysSoAndLeavesNothing()
    {
        using var server = new ContentServer();

        ToolResult result = Run($"data get mnist --from {server.Address}");

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith($"MNIST is not complete. {server.Address}train-images-idx3-ubyte.gz cannot be had: the server answered 404 (Not Found).", result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Output);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Get_FolderThatIsNotThere_SaysSo()
    {
        ToolResult result = Run("data get fashion-mnist --from none");
        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("There is no folder none.", result.Error, StringComparison.Ordinal);
    }
}
