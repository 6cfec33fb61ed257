using System.Diagnostics;
using System.Runtime.InteropServices;
using MLNet.LossExperiments.Native;

namespace MLNet.LossExperiments.Tests.Native;

/// <summary>Loads libtorch in a fresh process, whose cache is in a folder of the test's.</summary>
public sealed class LoadingTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory();

    public void Dispose() => _root.Delete(recursive: true);

    private string Cache => Path.Combine(_root.FullName, "mlnet-loss-experiments", "native");

    private static string ProbeFolder => AppContext.BaseDirectory.Replace("Trainers.Tests", "NativeProbe", StringComparison.Ordinal);

    // Whether this system's libstdc++ already has what the library needs, so that nothing must be done.
    private static bool NeedsNothing =>
        !OperatingSystem.IsLinux() || (NativeLibrary.TryLoad("libstdc++.so.6", out nint library) && NativeLibrary.TryGetExport(library, ElfRelaxation.Symbol, out _));

    private (int Code, string Output) RunProbe(string folder)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(folder, "NativeProbe.dll")]) { RedirectStandardOutput = true };
        start.Environment["XDG_CACHE_HOME"] = _root.FullName;
        // Or TorchSharp would copy its libraries from the developer's package cache, which an application in use does not have.
        start.Environment["NUGET_PACKAGES"] = Path.Combine(_root.FullName, "no-packages");
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        return (process.ExitCode, output);
    }

    [Fact]
    public void Fit_FreshMachine_LoadsAndKeepsACopyOnlyWhereOneIsNeeded()
    {
        Assert.Equal((0, "trained"), RunProbe(ProbeFolder));
        if (NeedsNothing)
        {
            Assert.False(Directory.Exists(Cache));
            return;
        }
        string copy = Assert.Single(Directory.GetFiles(Cache));
        byte[] sound = File.ReadAllBytes(copy);
        Assert.Equal(File.ReadAllBytes(NativeFolders.Find("libLibTorchSharp.so")!).Length, sound.Length);

        File.WriteAllBytes(copy, [.. sound.Reverse()]);
        Assert.Equal((0, "trained"), RunProbe(ProbeFolder));
        Assert.Equal(sound, File.ReadAllBytes(copy));
    }

    [Fact]
    public void Fit_NoNativePackage_NamesThePackage()
    {
        string folder = Path.Combine(_root.FullName, "app");
        Directory.CreateDirectory(folder);
        foreach (string file in Directory.GetFiles(ProbeFolder).Where(file => Path.GetExtension(file) is ".dll" or ".json" && !file.Contains("torch_", StringComparison.Ordinal)))
        {
            if (Path.GetFileName(file) is not ("LibTorchSharp.dll" or "torch.dll" or "torch_cpu.dll" or "NativeProbe.deps.json"))
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        (int code, string output) = RunProbe(folder);

        Assert.Equal(1, code);
        // TorchSharp writes of its own attempts first; ours is the last line.
        Assert.StartsWith("libtorch was not found, which training needs. Add the NuGet package TorchSharp-cpu to the application", output.Split('\n')[^1], StringComparison.Ordinal);
        Assert.False(Directory.Exists(Cache));
    }

    [Fact]
    public void Fit_DependencyGone_NamesTheLibrary()
    {
        if (!OperatingSystem.IsLinux())
            return;
        string folder = Path.Combine(_root.FullName, "app");
        Directory.CreateDirectory(folder);
        foreach (string file in Directory.GetFiles(ProbeFolder).Where(file => Path.GetFileName(file) is not "NativeProbe.deps.json"))
        {
            string copy = Path.Combine(folder, Path.GetFileName(file));
            if (!Path.GetFileName(file).StartsWith("libtorch", StringComparison.Ordinal))
                File.Copy(file, copy);
        }

        (int code, string output) = RunProbe(folder);

        Assert.Equal(1, code);
        Assert.Contains("libtorch could not be loaded, which training needs.", output, StringComparison.Ordinal);
    }
}
