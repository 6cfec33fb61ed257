using System.Diagnostics;
using MLNet.LossExperiments.Native;

namespace MLNet.LossExperiments.Host.Diagnosis;

/// <summary>The native libraries that this process runs, by what the system says rather than by what was asked for.</summary>
/// <param name="LibTorchSharp">Where TorchSharp's native library was loaded from; null if it is not loaded.</param>
/// <param name="LibTorch">Where libtorch was loaded from; null if it is not loaded.</param>
internal sealed record LoadedLibraries(string? LibTorchSharp, string? LibTorch)
{
    private static readonly string Original = Path.GetFileNameWithoutExtension(NativeFolders.LibraryFileName);

    /// <summary>Whether TorchSharp's native library is the copy for systems with an older C++ runtime.</summary>
    public bool IsRelaxed => LibTorchSharp is { } path && !Path.GetFileName(path).Equals(NativeFolders.LibraryFileName, StringComparison.OrdinalIgnoreCase);

    public static LoadedLibraries OfThisProcess()
    {
        using var process = Process.GetCurrentProcess();
        string[] paths = [.. process.Modules.Cast<ProcessModule>().Select(module => module.FileName)];
        return new LoadedLibraries(Find(paths, Original), Find(paths, OperatingSystem.IsWindows() ? "torch_cpu" : "libtorch_cpu"));
    }

    // A copy is called libLibTorchSharp-HASH.so, and has "(deleted)" after its name where it was a temporary one.
    private static string? Find(string[] paths, string name) => paths.FirstOrDefault(path => Path.GetFileName(path).StartsWith(name, StringComparison.OrdinalIgnoreCase));
}
