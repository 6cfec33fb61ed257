using System.Runtime.InteropServices;

namespace MLNet.LossExperiments.Native;

/// <summary>Where an application keeps its native libraries.</summary>
internal static class NativeFolders
{
    public static string LibraryFileName { get; } =
        OperatingSystem.IsWindows() ? "LibTorchSharp.dll" : OperatingSystem.IsMacOS() ? "libLibTorchSharp.dylib" : "libLibTorchSharp.so";

    /// <summary>The full path of a file in the first native folder that holds it; null if none does.</summary>
    public static string? Find(string fileName) => All().Select(folder => Path.Combine(folder, fileName)).FirstOrDefault(File.Exists);

    // Beside the application when it was built for one platform, under runtimes/ when for all; the host knows of others, such as the package cache.
    private static IEnumerable<string> All()
    {
        string known = AppContext.GetData("NATIVE_DLL_SEARCH_DIRECTORIES") as string ?? "";
        return new[]
        {
            AppContext.BaseDirectory,
            Path.Combine(AppContext.BaseDirectory, "runtimes", RuntimeInformation.RuntimeIdentifier, "native"),
        }.Concat(known.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries));
    }
}
