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

        run.Write(_ => [("one.txt", Writer("1")), ("two.txt", Writer("2"))]);

        Assert.Equal(["one.txt", "two.txt"], Directory.GetFileSystemEntries(run.Path).Select(Path.GetFileName).Order());
        Assert.Single(Directory.GetFileSystemEntries(_folder.PathOf("a", "b")));
    }

    [Fact]
    public void Write_FolderOfAnEarlierRun_KeepsItAndTakesANumber()
    {
        var run = new RunFolder(_folder.Path, "run");
        run.Write(_ => [("config.json", Writer("first"))]);

        RunFolder second = run.Write(place => [("config.json", Writer(place.Name))]), third = run.Write(place => [("config.json", Writer(place.Name))]);

        Assert.Equal(("run-2", "run-3"), (second.Name, third.Name));
        Assert.Equal(["first", "run-2", "run-3"], new[] { run, second, third }.Select(folder => File.ReadAllText(folder.PathOf("config.json"))));
        Assert.Equal(3, Directory.GetFileSystemEntries(_folder.Path).Length);
    }

    [Fact]
    public void Write_MayReplace_ReplacesTheRunWholeAndCarriesOtherFilesOver()
    {
        new RunFolder(_folder.Path, "run").Write(_ => [("config.json", Writer("old")), ("results.json", Writer("old")), ("cells.jsonl", Writer("old"))]);
        var run = new RunFolder(_folder.Path, "run") { MayReplace = true };
        File.WriteAllText(run.PathOf("notes.txt"), "mine");
        Directory.CreateDirectory(run.PathOf("pictures"));
        File.WriteAllText(Path.Combine(run.Path, "pictures", "a.png"), "mine");
        Directory.CreateDirectory(_folder.PathOf("elsewhere"));
        File.WriteAllText(_folder.PathOf("elsewhere", "data.csv"), "mine");
        Directory.CreateSymbolicLink(run.PathOf("link"), _folder.PathOf("elsewhere"));

        run.Write(_ => [("config.json", Writer("new"))]);

        Assert.Equal("new", File.ReadAllText(run.PathOf("config.json")));
        Assert.Equal(["config.json", "link", "notes.txt", "pictures"], Directory.GetFileSystemEntries(run.Path).Select(Path.GetFileName).Order());
        Assert.Equal("mine", File.ReadAllText(Path.Combine(run.Path, "pictures", "a.png")));
        Assert.Equal("mine", File.ReadAllText(_folder.PathOf("elsewhere", "data.csv")));
        Assert.Equal(2, Directory.GetFileSystemEntries(_folder.Path).Length);
    }

    [Fact]
    public void Write_MayReplaceButFails_LeavesTheEarlierRunWhole()
    {
        new RunFolder(_folder.Path, "run").Write(_ => [("config.json", Writer("old")), ("model.zip", Writer("old"))]);
        var run = new RunFolder(_folder.Path, "run") { MayReplace = true };

        Assert.Throws<CommandException>(() => run.Write(_ => [("config.json", Writer("new")), ("model.zip", _ => throw new IOException("No space left on device"))]));

        Assert.Equal(["config.json", "model.zip"], Directory.GetFileSystemEntries(run.Path).Select(Path.GetFileName).Order());
        Assert.All(Directory.GetFiles(run.Path), file => Assert.Equal("old", File.ReadAllText(file)));
        Assert.Single(Directory.GetFileSystemEntries(_folder.Path));
    }

    // Two runs that began together in a folder that was not there: the failure of one is no business of the other.
    [Fact]
    public void Write_FailsAfterOthersWroteBeside_RemovesOnlyItsOwn()
    {
        RunFolder first = new(_folder.PathOf("results", "today"), "first"), second = new(_folder.PathOf("results", "today"), "second");

        Assert.Throws<CommandException>(() => first.Write(_ =>
        [
            ("config.json", Writer("1")),
            ("model.zip", _ =>
            {
                second.Write(_ => [("config.json", Writer("2"))]);
                throw new IOException("No space left on device");
            }),
        ]));

        Assert.Equal("2", File.ReadAllText(second.PathOf("config.json")));
        Assert.Equal([second.Path], Directory.GetFileSystemEntries(_folder.PathOf("results", "today")));
    }

    [Fact]
    public void Write_PlaceTakenMeanwhile_TakesTheNextNumber()
    {
        var run = new RunFolder(_folder.Path, "run");

        RunFolder written = run.Write(_ =>
        [
            ("config.json", stream =>
            {
                if (!Directory.Exists(run.Path))
                    new RunFolder(_folder.Path, "run").Write(_ => [("config.json", Writer("other"))]);
                Writer("mine")(stream);
            }),
        ]);

        Assert.Equal("run-2", written.Name);
        Assert.Equal(("other", "mine"), (File.ReadAllText(run.PathOf("config.json")), File.ReadAllText(written.PathOf("config.json"))));
    }

    [Fact]
    public void Update_OneFileFails_PutsBackWhatWasThere()
    {
        var run = new RunFolder(_folder.Path, "run");
        run.Write(_ => [("report.html", Writer("old")), ("model.zip", Writer("model"))]);
        // A folder where a file is to be.
        Directory.CreateDirectory(run.PathOf("report.md"));
        File.WriteAllText(Path.Combine(run.Path, "report.md", "mine"), "mine");

        Assert.Throws<CommandException>(() => run.Update([("charts/a.svg", Writer("new")), ("report.html", Writer("new")), ("report.md", Writer("new"))]));

        Assert.Equal("old", File.ReadAllText(run.PathOf("report.html")));
        Assert.Equal(["model.zip", "report.html", "report.md"], Directory.GetFileSystemEntries(run.Path).Select(Path.GetFileName).Order());
        Assert.Single(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Recover_ReplacementThatDied_BringsTheRunBack()
    {
        new RunFolder(_folder.Path, "run").Write(_ => [("config.json", Writer("old"))]);
        Directory.Move(_folder.PathOf("run"), _folder.PathOf($".run.{Guid.NewGuid():N}.aside"));
        var run = new RunFolder(_folder.Path, "run");

        Assert.False(new RunFolder(_folder.Path, "ru").Recover());
        Assert.True(run.Recover());

        Assert.Equal("old", File.ReadAllText(run.PathOf("config.json")));
    }

    [Fact]
    public void Write_DiskFull_LeavesNothingAndSaysSo()
    {
        var run = new RunFolder(_folder.PathOf("a", "b"), "run");

        var fault = Assert.Throws<CommandException>(() => run.Write(_ => [("one.txt", Writer("1")), ("two.txt", _ => throw new IOException("No space left on device"))]));

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
