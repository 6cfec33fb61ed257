using System.Runtime.Versioning;
using MLNet.LossExperiments.Host.Output;
using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Host.Diagnosis;

/// <summary>Looks at everything that training needs, in the order in which one thing needs another.</summary>
internal static class Doctor
{
    private const double LeastMemoryGiB = 1;

    public static DoctorDocument Examine()
    {
        MachineFacts machine = MachineFacts.OfThisMachine();
        Check libTorch = CheckLibTorch();
        bool isLoaded = libTorch.Status == CheckStatus.Ok;
        LoadedLibraries loaded = LoadedLibraries.OfThisProcess();
        var checks = new List<Check> { CheckProcessor(machine), CheckMemory(machine), libTorch };
        if (isLoaded && OperatingSystem.IsLinux())
            checks.Add(CheckRuntimeOfCpp(loaded, RelaxedCopyCache.UserFolder));
        checks.Add(isLoaded ? Train() : new Check("Training", CheckStatus.Fail, "Cannot be tried without libtorch.", "Mend libtorch first."));
        checks.AddRange(Places.Check());
        if (machine.Culture is { } culture)
            checks.Add(CheckTerminal(culture));
        return DoctorDocument.Of(machine, Devices(isLoaded), loaded, checks);
    }

    private static Check CheckProcessor(MachineFacts machine) => machine.Instructions.Contains("AVX2") || machine.Instructions.Contains("AdvSimd")
        ? new("Processor", CheckStatus.Ok, $"Has vector instructions: {string.Join(", ", machine.Instructions)}.")
        : new("Processor", CheckStatus.Warn, "Has none of the vector instructions AVX2 and AdvSimd, or a setting of .NET hides them, so that small networks train and score slowly.",
            "Look for variables such as DOTNET_EnableAVX2=0 in the environment; if there are none, use a newer processor where speed matters.");

    private static Check CheckMemory(MachineFacts machine) => machine.MemoryGiB >= LeastMemoryGiB
        ? new("Memory", CheckStatus.Ok, $"{machine.Memory} may be used.")
        : new("Memory", CheckStatus.Warn, $"Only {machine.Memory} may be used; libtorch alone takes several hundred MiB.", "Give the machine or the container more memory.");

    private static Check CheckLibTorch()
    {
        const string name = "libtorch";
        try
        {
            QuietLibTorch.Load();
            return new Check(name, CheckStatus.Ok, $"Version {Version.Parse(torch.__version__).ToString(3)} is loaded.");
        }
        catch (LibTorchNotFoundException e)
        {
            return new Check(name, CheckStatus.Fail, e.Message.ReplaceLineEndings(" "), NativeFolders.Find(NativeFolders.LibraryFileName) is null
                ? "Install the tool anew, for this platform: dotnet tool uninstall, then dotnet tool install, each with --global MLNet.LossExperiments.Tool."
                : "Do what the message says; if that does not help, install the tool anew, and if that does not help either, please report it with the whole output of this command.");
        }
    }

    [SupportedOSPlatform("linux")]
    private static Check CheckRuntimeOfCpp(LoadedLibraries loaded, string cache)
    {
        const string name = "C++ runtime";
        if (!loaded.IsRelaxed)
            return new Check(name, CheckStatus.Ok, "Is new enough for TorchSharp.");
        const string older = "Is older than that of gcc 13, which TorchSharp was made with; a relaxed copy of its library is in use";
        return loaded.LibTorchSharp!.StartsWith(cache + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? new Check(name, CheckStatus.Ok, $"{older}, from {cache}.")
            : new Check(name, CheckStatus.Warn, $"{older}, but a temporary one, made anew at each start, since {cache} cannot be made or written, or others may write to it.",
                $"Make it a folder that only you may write to (mkdir -p, chown, chmod 700), or set XDG_CACHE_HOME to the full path of one that is.");
    }

    private static Check Train()
    {
        try
        {
            return TrainingProof.Run();
        }
        catch (Exception e)
        {
            return new Check("Training", CheckStatus.Fail, $"Failed: {e.Message.ReplaceLineEndings(" ")}", "Please report this with the whole output of this command, and with what --verbosity diagnostic adds to a run that fails.");
        }
    }

    private static Check CheckTerminal(string culture) => culture.Contains("UTF-8", StringComparison.OrdinalIgnoreCase) || culture.Contains("UTF8", StringComparison.OrdinalIgnoreCase)
        ? new("Terminal", CheckStatus.Ok, $"Is told to expect UTF-8 ({culture}).")
        : new("Terminal", CheckStatus.Warn, $"May not expect UTF-8 ({(culture.Length == 0 ? "no locale is set" : culture)}), so that letters and signs beyond ASCII may look wrong.", "Set a locale with UTF-8, for example: export LANG=C.UTF-8");

    private static Dictionary<string, bool> Devices(bool isLoaded) => new()
    {
        ["cpu"] = isLoaded,
        ["cuda"] = isLoaded && torch.cuda.is_available(),
        ["mps"] = isLoaded && torch.mps_is_available(),
    };
}
