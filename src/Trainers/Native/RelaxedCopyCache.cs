using System.Runtime.Versioning;
using System.Security.Cryptography;

namespace MLNet.LossExperiments.Native;

/// <summary>
/// Keeps the relaxed copy of the library in a folder of the user's alone. A file in it is loaded only if it is the very bytes that are wanted; a damaged or foreign one is
/// replaced. Where the folder cannot be used, a temporary one is.
/// </summary>
/// <param name="folder">The folder; need not exist.</param>
[SupportedOSPlatform("linux")]
internal sealed class RelaxedCopyCache(string folder)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OthersMayWrite = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    public static string UserFolder => Path.Combine(
        Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache && Path.IsPathRooted(cache)
            ? cache
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify), ".cache"),
        "mlnet-loss-experiments", "native");

    /// <summary>Loads a copy of <paramref name="image"/>.</summary>
    /// <exception cref="IOException">No copy can be written anywhere.</exception>
    public nint Load(byte[] image, Func<string, nint> load)
    {
        string? cached = TryKeep(image);
        if (cached is not null)
            return load(cached);
        DirectoryInfo temporary = Directory.CreateTempSubdirectory("mlnet-loss-experiments-");
        try
        {
            string copy = Path.Combine(temporary.FullName, FileName(image));
            File.WriteAllBytes(copy, image);
            return load(copy);
        }
        finally
        {
            // A loaded library stays mapped when its file is gone.
            temporary.Delete(recursive: true);
        }
    }

    /// <summary>The path of the copy in the folder; null if the folder cannot be trusted or written.</summary>
    internal string? TryKeep(byte[] image)
    {
        try
        {
            Directory.CreateDirectory(folder, OwnerOnly);
            if (!IsPrivate(folder))
                return null;
            string file = Path.Combine(folder, FileName(image));
            if (!IsSound(file, image))
                Replace(file, image);
            return file;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // The name tells the bytes wanted, so that two versions of TorchSharp do not overwrite each other's copy; it is never taken for proof.
    private static string FileName(byte[] image) => $"libLibTorchSharp-{Convert.ToHexStringLower(SHA256.HashData(image))[..32]}.so";

    private static bool IsPrivate(string path)
    {
        var folder = new DirectoryInfo(path);
        return folder.LinkTarget is null && (folder.UnixFileMode & OthersMayWrite) == 0 && IsOwn(path);
    }

    // .NET does not tell a file's owner; but only the owner (or root) may set its mode, and setting it to what it is changes nothing.
    private static bool IsOwn(string path)
    {
        try
        {
            File.SetUnixFileMode(path, File.GetUnixFileMode(path));
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool IsSound(string file, byte[] image)
    {
        var info = new FileInfo(file);
        return info.Exists && info.LinkTarget is null && info.Length == image.Length && (info.UnixFileMode & OthersMayWrite) == 0 && IsOwn(file)
            && File.ReadAllBytes(file).AsSpan().SequenceEqual(image);
    }

    private static void Replace(string file, byte[] image)
    {
        string beside = $"{file}.{Guid.NewGuid():N}";
        try
        {
            using (var stream = new FileStream(beside, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OwnerOnly }))
            {
                stream.Write(image);
                stream.Flush(flushToDisk: true);
            }
            File.Move(beside, file, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }
}
