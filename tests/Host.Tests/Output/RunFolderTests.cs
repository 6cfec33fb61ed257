using System.Text;
using MLNet.LossExperiments.Host.Output;

namespace MLNet.LossExperiments.Host.Tests.Output;

public sealed class RunFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Write_NewFolder_HoldsTheFilesAndNothingElse()
    {
        var run = new RunFolder(_folder.PathOf("a", "b"), "run");

        run.Write([("one.txt", Writer("1")), ("two.txt", Writer("2"))]);

        Assert.Equal(["one.txt", "two.txt"], Directory.GetFileSystemEntries(run.Path).Select(Path.GetFileName).Order());
        Assert.Single(Directory.GetFileSystemEntries(_folder.PathOf("a", "b")));
    }

    [Fact]
    public void Write_FolderOfAnEarlierRun_ReplacesItsFilesAndKeepsOthers()
    {
        var run = new RunFolder(_folder.Path, "run");
        run.Write([("one.txt", Writer("old"))]);
        File.WriteAllText(run.PathOf("notes.txt"), "mine");

        run.Write([("one.txt", Writer("new"))]);

        Assert.Equal("new", File.ReadAllText(run.PathOf("one.txt")));
        Assert.Equal("mine", File.ReadAllText(run.PathOf("notes.txt")));
        Assert.Single(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Write_DiskFull_LeavesNothingAndSaysSo()
    {
        var run = new RunFolder(_folder.PathOf("a", "b"), "run");

        var fault = Assert.Throws<CommandException>(() => run.Write([("one.txt", Writer("1")), ("two.txt", _ => throw new IOException("No space left on device"))]));

        Assert.EndsWith("cannot be written: No space left on device", fault.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void CheckWritable_FileInTheWay_IsRefused()
    {
        string file = _folder.Write("file", "");

        Assert.Throws<CommandException>(() => new RunFolder(file, "run").CheckWritable());
    }

    [Fact]
    public void CheckWritable_FolderThatCanBeMade_MakesNothingYet()
    {
        new RunFolder(_folder.PathOf("a", "b"), "run").CheckWritable();

        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("a/b")]
    public void CheckName_NoName_IsRefused(string name) => Assert.Throws<FormatException>(() => RunFolder.CheckName(name));

    public void Dispose() => _folder.Dispose();

    private static Action<Stream> Writer(string text) => stream => stream.Write(Encoding.UTF8.GetBytes(text));
}
