using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using System.Runtime.Versioning;

namespace MLNet.LossExperiments.Native;

/// <summary>
/// Lets TorchSharp load on Linux systems whose libstdc++ is older than gcc 13's, such as Debian 12 and Ubuntu 22.04. libLibTorchSharp.so asks for the version
/// GLIBCXX_3.4.32 because of one symbol, a call that makes sure that the C++ streams are initialised, which libtorch has done by then. Loaded is a copy in which that
/// demand is waived (<see cref="ElfRelaxation"/>), from a cache of the user's. .NET asks here only after the ordinary load has failed, so that a system that needs
/// nothing is never touched.
/// </summary>
internal static class RelaxedLibTorchSharp
{
    private static readonly string[] Dependencies = ["libc10.so", "libtorch_cpu.so", "libtorch.so"];

    /// <summary>Why the copy could not be made or loaded; null if that was not tried or went well.</summary>
    public static string? WhyNot { get; private set; }

    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "The handler must be there before the application's first use of TorchSharp, of which this library is not told.")]
    internal static void Register()
    {
        if (OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64)
            (AssemblyLoadContext.GetLoadContext(typeof(RelaxedLibTorchSharp).Assembly) ?? AssemblyLoadContext.Default).ResolvingUnmanagedDll += Resolve;
    }

    [SupportedOSPlatform("linux")]
    private static nint Resolve(Assembly requester, string name)
    {
        if (name is not ("LibTorchSharp" or "libLibTorchSharp" or "libLibTorchSharp.so") || NativeFolders.Find(NativeFolders.LibraryFileName) is not { } original)
            return 0;
        try
        {
            byte[] image = File.ReadAllBytes(original);
            // What fails for another reason is none of ours; the ordinary error tells more about it.
            if (HasNewLibStdCpp() || !ElfRelaxation.TryRelax(image))
                return 0;
            foreach (string dependency in Dependencies)
                NativeLibrary.TryLoad(Path.Combine(Path.GetDirectoryName(original)!, dependency), out _);
            return new RelaxedCopyCache(RelaxedCopyCache.UserFolder).Load(image, NativeLibrary.Load);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DllNotFoundException or BadImageFormatException)
        {
            WhyNot = e.Message;
            return 0;
        }
    }

    // The symbol that the version is needed for: where it is, the demand is met, and something else is wrong.
    private static bool HasNewLibStdCpp() =>
        NativeLibrary.TryLoad("libstdc++.so.6", out nint library) && NativeLibrary.TryGetExport(library, ElfRelaxation.Symbol, out _);
}
