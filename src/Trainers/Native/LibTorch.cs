using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp;

namespace MLNet.LossExperiments.Native;

/// <summary>Loads libtorch, or says in plain words why it cannot be loaded.</summary>
internal static class LibTorch
{
    private static readonly string[] PlatformsWithLibTorch = ["linux-x64", "win-x64", "osx-arm64"];

    private static readonly Lazy<Exception?> Failure = new(TryLoad);

    /// <exception cref="LibTorchNotFoundException">It cannot be loaded.</exception>
    public static void EnsureLoaded()
    {
        if (Failure.Value is { } failure)
            throw new LibTorchNotFoundException(Explain(failure), failure);
    }

    private static Exception? TryLoad()
    {
        try
        {
            TouchTorch();
            return null;
        }
        catch (Exception e) when (e is DllNotFoundException or NotSupportedException or TypeInitializationException or BadImageFormatException or EntryPointNotFoundException)
        {
            return e;
        }
    }

    // A method of its own, so that the type initialisers of TorchSharp run inside the try above, not while it is compiled.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void TouchTorch() => torch.empty(1).Dispose();

    private static string Explain(Exception failure)
    {
        string platform = RuntimeInformation.RuntimeIdentifier;
        if (RelaxedLibTorchSharp.WhyNot is { } reason)
            return $"libtorch could not be loaded, which training needs. This system's C++ runtime, libstdc++, is older than that of gcc 13, and the way around it failed: {reason} Install libstdc++ of gcc 13 or newer (it comes with Debian 13, Ubuntu 24.04 and later).";
        if (NativeFolders.Find(NativeFolders.LibraryFileName) is { } file)
            return $"libtorch could not be loaded, which training needs. {file} is there, but it or something that it needs does not load here: {Innermost(failure).Message}";
        return PlatformsWithLibTorch.Contains(platform)
            ? "libtorch was not found, which training needs. Add the NuGet package TorchSharp-cpu to the application, or, for NVIDIA devices, TorchSharp-cuda-linux or TorchSharp-cuda-windows, in the version of TorchSharp that it uses."
            : $"There is no libtorch for this platform, {platform}, so nothing can be trained on it. There is one for {string.Join(", ", PlatformsWithLibTorch)}. Train there; the model scores anywhere.";
    }

    private static Exception Innermost(Exception e) => e.InnerException is null ? e : Innermost(e.InnerException);
}
