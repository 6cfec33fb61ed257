using System.IO.Compression;
using System.Security.Cryptography;
using MLNet.LossExperiments.Host.Downloads;
using MLNet.LossExperiments.Host.Terminal;

namespace MLNet.LossExperiments.Host.Tests.Downloads;

public sealed class PublicSetFetchTests : IDisposable
{
    private const string Images = "train-images-idx3-ubyte", Labels = "train-labels-idx1-ubyte";

    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, byte[]> _contents = new() { [Images] = Content(1, 300_000), [Labels] = Content(2, 2_000) };
    private readonly PublicSet _set;
    private readonly string _target;
    private readonly List<string> _notes = [];

    public PublicSetFetchTests()
    {
        _set = new PublicSet("toys", "Toys", "Nothing of use", [], [.. _contents.Select(file => new PublicFile(file.Key, file.Value.Length, Convert.ToHexStringLower(SHA256.HashData(file.Value))))]);
        _target = _folder.PathOf("toys");
    }

    public void Dispose() => _folder.Dispose();

    private static byte[] Content(int seed, int length)
    {
        var content = new byte[length];
        new Random(seed).NextBytes(content);
        return content;
    }

    private static byte[] Pack(byte[] content, CompressionLevel level = CompressionLevel.Optimal)
    {
        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, level))
            stream.Write(content);
        return packed.ToArray();
    }

    private ContentServer Serve(bool ignoresRanges = false)
    {
        var server = new ContentServer { IgnoresRanges = ignoresRanges };
        foreach ((string name, byte[] content) in _contents)
            server.Files.Add($"{name}.gz", Pack(content));
        return server;
    }

    private IReadOnlyList<FetchedFile> Download(CancellationToken stop, params Uri[] mirrors)
    {
        using var downloader = new Downloader(new SilentWorkProgress(), _notes.Add, stop);
        return new PublicSetFetch(_set, _target).Download(mirrors, downloader);
    }

    private IReadOnlyList<FetchedFile> Download(params Uri[] mirrors) => Download(CancellationToken.None, mirrors);

    private void AssertComplete(IReadOnlyList<FetchedFile> files)
    {
        Assert.Equal([Images, Labels], files.Select(file => file.File.Name));
        Assert.Equal(files.Select(file => file.Path).Order(), Directory.GetFileSystemEntries(_target).Order());
        Assert.All(files, file => Assert.Null(ContentChecksum.FindFault(file.Path, file.File)));
    }

    private void WritePart(byte[] content)
    {
        Directory.CreateDirectory(_target);
        File.WriteAllBytes(Path.Combine(_target, $"{Images}.gz.part"), content);
    }

    [Fact]
    public void Download_Mirror_GivesAllFilesOnce()
    {
        using ContentServer server = Serve();

        IReadOnlyList<FetchedFile> first = Download(server.Address), again = Download(server.Address);

        AssertComplete(first);
        AssertComplete(again);
        Assert.Equal([$"{server.Address}{Images}.gz", $"{server.Address}{Labels}.gz"], first.Select(file => file.Source));
        Assert.All(again, file => Assert.Null(file.Source));
        Assert.Equal([$"{Images}.gz", $"{Labels}.gz"], server.Requests);
    }

    [Fact]
    public void Download_ConnectionThatBreaks_GoesOnWhereItEnded()
    {
        using ContentServer server = Serve();
        server.CutNext(100_000);

        AssertComplete(Download(server.Address));

        Assert.Equal([$"{Images}.gz", $"{Images}.gz bytes=100000-", $"{Labels}.gz"], server.Requests);
        Assert.Contains("Trying again in 0.5 s.", Assert.Single(_notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Download_PartOfAnEarlierRun_IsUsed()
    {
        using ContentServer server = Serve();
        WritePart(server.Files[$"{Images}.gz"][..200_000]);

        AssertComplete(Download(server.Address));

        Assert.Equal($"{Images}.gz bytes=200000-", server.Requests[0]);
    }

    [Fact]
    public void Download_PartThatIsWhole_IsTaken()
    {
        using ContentServer server = Serve();
        WritePart(server.Files[$"{Images}.gz"]);

        AssertComplete(Download(server.Address));
    }

    [Fact]
    public void Download_PartOfAnotherPacking_IsDownloadedAnew()
    {
        using ContentServer server = Serve();
        WritePart(Pack(_contents[Images], CompressionLevel.NoCompression)[..1000]);

        AssertComplete(Download(server.Address));

        Assert.Equal([$"{Images}.gz bytes=1000-", $"{Images}.gz", $"{Labels}.gz"], server.Requests);
    }

    [Fact]
    public void Download_ServerWithoutRanges_GivesTheWholeFile()
    {
        using ContentServer server = Serve(ignoresRanges: true);
        server.CutNext(100_000);

        AssertComplete(Download(server.Address));
    }

    [Fact]
    public void Download_ServerThatIsBusy_IsAskedAgain()
    {
        using ContentServer server = Serve();
        server.FailNext(503);

        AssertComplete(Download(server.Address));

        Assert.Contains("503", Assert.Single(_notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Download_AnotherFile_KeepsNothingAndSaysSo()
    {
        using ContentServer server = Serve();
        server.Files[$"{Images}.gz"] = Pack(Content(3, 300_000));

        string fault = Assert.Throws<CommandException>(() => Download(server.Address)).Message;

        Assert.Contains($"{server.Address}{Images}.gz is another file: the SHA-256 of its content is ", fault, StringComparison.Ordinal);
        Assert.Contains("Nothing of it was kept.", fault, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_target));
    }

    [Theory]
    [InlineData(300_000, "is another file")]
    [InlineData(2_000_000, "what comes is longer than the 365536 bytes that the file can have")]
    public void Download_FileThatIsNotPacked_IsRefused(int length, string expected)
    {
        using ContentServer server = Serve();
        server.Files[$"{Images}.gz"] = Content(4, length);
        Assert.Contains(expected, Assert.Throws<CommandException>(() => Download(server.Address)).Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_target));
    }

    [Fact]
    public void Download_FileThatIsNotThere_IsSaidAtOnce()
    {
        using ContentServer server = Serve();
        server.Files.Remove($"{Labels}.gz");

        string fault = Assert.Throws<CommandException>(() => Download(server.Address)).Message;

        Assert.Contains($"{server.Address}{Labels}.gz cannot be had: the server answered 404 (Not Found).", fault, StringComparison.Ordinal);
        Assert.Equal([$"{Images}.gz", $"{Labels}.gz"], server.Requests);
        Assert.Equal([$"{Images}.gz"], Directory.GetFileSystemEntries(_target).Select(Path.GetFileName));
    }

    [Fact]
    public void Download_FirstMirrorWithoutTheFile_TakesTheSecond()
    {
        using ContentServer empty = new(), server = Serve();

        IReadOnlyList<FetchedFile> files = Download(empty.Address, server.Address);

        AssertComplete(files);
        Assert.All(files, file => Assert.StartsWith(server.Address.AbsoluteUri, file.Source, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Download_Stopped_KeepsWhatHasCome()
    {
        using ContentServer server = Serve();
        server.CutNext(100_000, staysOpen: true);
        using var stop = new CancellationTokenSource();
        Task<IReadOnlyList<FetchedFile>> download = Task.Run(() => Download(stop.Token, server.Address));
        var part = new FileInfo(Path.Combine(_target, $"{Images}.gz.part"));
        for (DateTime limit = DateTime.UtcNow.AddMinutes(1); !(part.Exists && part.Length > 0) && DateTime.UtcNow < limit; part.Refresh())
            await Task.Delay(10);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => download);
        part.Refresh();
        Assert.True(part.Length > 0);
        AssertComplete(Download(server.Address));
        Assert.Equal($"{Images}.gz bytes={part.Length}-", server.Requests[1]);
    }

    [Theory]
    [InlineData("train-images-idx3-ubyte.gz", "train-images-idx3-ubyte.gz")]
    [InlineData("train-images-idx3-ubyte", "train-images-idx3-ubyte")]
    [InlineData("train-images.idx3-ubyte", "train-images-idx3-ubyte")]
    public void CopyFrom_Folder_TakesFilesUnderTheirUsualNames(string name, string expected)
    {
        string source = _folder.PathOf("source");
        Directory.CreateDirectory(source);
        File.WriteAllBytes(Path.Combine(source, name), name.EndsWith(".gz", StringComparison.Ordinal) ? Pack(_contents[Images]) : _contents[Images]);
        File.WriteAllBytes(Path.Combine(source, Labels), _contents[Labels]);

        IReadOnlyList<FetchedFile> files = new PublicSetFetch(_set, _target).CopyFrom(source, CancellationToken.None);

        AssertComplete(files);
        Assert.Equal([expected, Labels], files.Select(file => Path.GetFileName(file.Path)));
    }

    [Fact]
    public void CopyFrom_FolderWithoutAFile_NamesIt()
    {
        string fault = Assert.Throws<CommandException>(() => new PublicSetFetch(_set, _target).CopyFrom(_folder.Path, CancellationToken.None)).Message;
        Assert.StartsWith($"{_folder.Path} has no file {Images}.gz or {Images} or ", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void CopyFrom_FolderWithAnotherFile_KeepsNothing()
    {
        File.WriteAllBytes(_folder.PathOf(Images), _contents[Labels]);
        string fault = Assert.Throws<CommandException>(() => new PublicSetFetch(_set, _target).CopyFrom(_folder.Path, CancellationToken.None)).Message;
        Assert.Contains("is another file", fault, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_target));
    }

    [Fact]
    public void Download_AnotherFileInTheWay_IsLeftAlone()
    {
        Directory.CreateDirectory(_target);
        string mine = Path.Combine(_target, Images);
        File.WriteAllText(mine, "mine");
        using ContentServer server = Serve();

        Assert.StartsWith($"{mine} is in the way", Assert.Throws<CommandException>(() => Download(server.Address)).Message, StringComparison.Ordinal);

        Assert.Equal("mine", File.ReadAllText(mine));
        Assert.Empty(server.Requests);
    }
}
