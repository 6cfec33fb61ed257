using System.Runtime.Versioning;
using MLNet.LossExperiments.Native;

namespace MLNet.LossExperiments.Tests.Native;

[SupportedOSPlatform("linux")]
public sealed class RelaxedCopyCacheTests : IDisposable
{
    private static readonly byte[] Image = [1, 2, 3, 4, 5];

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory();

    public void Dispose() => _root.Delete(recursive: true);

    private string Folder => Path.Combine(_root.FullName, "cache", "native");

    private RelaxedCopyCache Cache => new(Folder);

    private string Keep() => Cache.TryKeep(Image)!;

    [Fact]
    public void TryKeep_NewFolder_IsTheUsersAlone()
    {
        string file = Keep();
        Assert.Equal(Image, File.ReadAllBytes(file));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Folder));
        Assert.Single(Directory.GetFiles(Folder));
    }

    [Fact]
    public void TryKeep_SoundFile_IsNotWrittenAgain()
    {
        string file = Keep();
        var longAgo = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(file, longAgo);
        Assert.Equal(file, Keep());
        Assert.Equal(longAgo, File.GetLastWriteTimeUtc(file));
    }

    [Theory]
    [InlineData(new byte[] { 1, 2, 3, 4, 6 })]
    [InlineData(new byte[] { 1, 2, 3 })]
    [InlineData(new byte[0])]
    public void TryKeep_DamagedFile_IsReplaced(byte[] damaged)
    {
        File.WriteAllBytes(Keep(), damaged);
        Assert.Equal(Image, File.ReadAllBytes(Keep()));
    }

    [Fact]
    public void TryKeep_LinkInsteadOfTheFile_IsReplacedAndItsTargetLeftAlone()
    {
        string file = Keep();
        string foreign = Path.Combine(_root.FullName, "foreign");
        File.WriteAllBytes(foreign, Image);
        File.Delete(file);
        File.CreateSymbolicLink(file, foreign);

        Keep();

        Assert.Null(new FileInfo(file).LinkTarget);
        Assert.True(File.Exists(foreign));
    }

    [Fact]
    public void TryKeep_FileOthersMayWrite_IsReplaced()
    {
        string file = Keep();
        File.SetUnixFileMode(file, File.GetUnixFileMode(file) | UnixFileMode.OtherWrite);
        Assert.Equal((UnixFileMode)0, File.GetUnixFileMode(Keep()) & UnixFileMode.OtherWrite);
    }

    [Fact]
    public void TryKeep_FolderOthersMayWrite_IsNotUsed()
    {
        Keep();
        File.SetUnixFileMode(Folder, File.GetUnixFileMode(Folder) | UnixFileMode.GroupWrite);
        Assert.Null(Cache.TryKeep(Image));
    }

    [Fact]
    public void TryKeep_LinkInsteadOfTheFolder_IsNotUsed()
    {
        string elsewhere = Directory.CreateDirectory(Path.Combine(_root.FullName, "elsewhere")).FullName;
        Directory.CreateDirectory(Path.GetDirectoryName(Folder)!);
        Directory.CreateSymbolicLink(Folder, elsewhere);
        Assert.Null(Cache.TryKeep(Image));
        Assert.Empty(Directory.GetFiles(elsewhere));
    }

    [Fact]
    public void Load_NoFolderPossible_LoadsATemporaryCopyAndRemovesIt()
    {
        string blocked = Path.Combine(_root.FullName, "a-file");
        File.WriteAllText(blocked, "");
        string? loaded = null;
        nint handle = new RelaxedCopyCache(Path.Combine(blocked, "native")).Load(Image, file =>
        {
            loaded = file;
            Assert.Equal(Image, File.ReadAllBytes(file));
            return 42;
        });
        Assert.Equal(42, handle);
        Assert.False(Directory.Exists(Path.GetDirectoryName(loaded)));
    }

    [Fact]
    public void TryKeep_ManyAtOnce_LeaveOneSoundFile()
    {
        Parallel.For(0, 16, _ => Assert.Equal(Image, File.ReadAllBytes(Keep())));
        Assert.Single(Directory.GetFiles(Folder));
    }
}
