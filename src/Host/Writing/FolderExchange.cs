using System.Runtime.InteropServices;

namespace MLNet.LossExperiments.Host.Writing;

/// <summary>Gives two folders each other's name: at once where the system can, so that there is no moment without a folder of that name.</summary>
internal static partial class FolderExchange
{
    private const int CurrentFolder = -100;
    private const uint LinuxExchange = 2;
    private const uint MacSwap = 2;
    private const string Aside = ".aside";

    /// <exception cref="IOException">They cannot be renamed; both are as they were.</exception>
    /// <exception cref="UnauthorizedAccessException">As above.</exception>
    public static void Swap(string one, string other)
    {
        if (TrySwapAtOnce(one, other))
            return;
        string aside = one + Aside;
        Directory.Move(other, aside);
        try
        {
            Directory.Move(one, other);
        }
        catch
        {
            Directory.Move(aside, other);
            throw;
        }
        Directory.Move(aside, one);
    }

    /// <summary>Brings a folder back that a process left aside when it died between the renames of a swap.</summary>
    /// <param name="place">The folder.</param>
    /// <param name="isOfPlace">Whether a folder beside it, by its name, was to become it.</param>
    /// <returns>Whether there was one.</returns>
    public static bool Recover(string place, Func<string, bool> isOfPlace)
    {
        string parent = Path.GetDirectoryName(Path.GetFullPath(place)) ?? ".";
        if (Directory.Exists(place) || !Directory.Exists(parent))
            return false;
        string? aside = Directory.EnumerateDirectories(parent, $".*{Aside}").FirstOrDefault(folder => isOfPlace(Path.GetFileName(folder)));
        if (aside is null)
            return false;
        Directory.Move(aside, place);
        return true;
    }

    private static bool TrySwapAtOnce(string one, string other)
    {
        try
        {
            return (OperatingSystem.IsLinux() && RenameLinux(CurrentFolder, one, CurrentFolder, other, LinuxExchange) == 0) || (OperatingSystem.IsMacOS() && RenameMac(one, other, MacSwap) == 0);
        }
        catch (Exception e) when (e is EntryPointNotFoundException or DllNotFoundException)
        {
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "renameat2", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int RenameLinux(int oldFolder, string oldPath, int newFolder, string newPath, uint flags);

    [LibraryImport("libc", EntryPoint = "renamex_np", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int RenameMac(string oldPath, string newPath, uint flags);
}
