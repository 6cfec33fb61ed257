using Microsoft.ML;
using MLNet.LossExperiments.Host.Diagnosis;
using MLNet.LossExperiments.Native;

namespace MLNet.LossExperiments.Host.Output;

/// <summary>What <c>mlnet-loss doctor</c> found. It names no user.</summary>
/// <param name="SchemaVersion">Is raised when a reader of an older document would misunderstand.</param>
/// <param name="CanTrain">Whether networks can be trained here.</param>
/// <param name="Versions">The versions of the assemblies, and of .NET.</param>
/// <param name="Machine">What the tool runs on.</param>
/// <param name="LibTorch">Where the native libraries are.</param>
/// <param name="Devices">The devices, and whether each is there: only a look, nothing is trained on others than the processor.</param>
/// <param name="Checks">What was checked.</param>
internal sealed record DoctorDocument(
    int SchemaVersion,
    bool CanTrain,
    IReadOnlyDictionary<string, string> Versions,
    DoctorDocument.MachineSection Machine,
    DoctorDocument.LibTorchSection LibTorch,
    IReadOnlyDictionary<string, bool> Devices,
    IReadOnlyList<DoctorDocument.CheckSection> Checks)
{
    /// <param name="machine">What the tool runs on.</param>
    /// <param name="devices">The devices, and whether each is there.</param>
    /// <param name="loaded">The native libraries.</param>
    /// <param name="checks">What was checked.</param>
    public static DoctorDocument Of(MachineFacts machine, IReadOnlyDictionary<string, bool> devices, LoadedLibraries loaded, IReadOnlyList<Check> checks)
    {
        Privacy privacy = Privacy.OfThisUser;
        return new(
            1,
            checks.All(check => check.Status != CheckStatus.Fail),
            new Dictionary<string, string>
            {
                ["mlnet-loss"] = ConfigDocument.VersionOf(typeof(DoctorDocument).Assembly),
                ["MLNet.LossExperiments.Trainers"] = ConfigDocument.VersionOf(typeof(MlpRegressionTrainer).Assembly),
                ["MLNet.LossExperiments.Transforms"] = ConfigDocument.VersionOf(typeof(MlpRegressionModel).Assembly),
                ["Microsoft.ML"] = ConfigDocument.VersionOf(typeof(MLContext).Assembly),
                ["TorchSharp"] = ConfigDocument.VersionOf(typeof(TorchSharp.torch).Assembly),
                [".NET"] = machine.Runtime,
            },
            new(machine.OperatingSystem, machine.Platform, machine.Cores, machine.Instructions, machine.MemoryGiB, machine.Sdks, machine.Culture),
            new(
                Hide(NativeFolders.Find(NativeFolders.LibraryFileName)),
                Hide(loaded.LibTorchSharp),
                Hide(loaded.LibTorch),
                loaded.IsRelaxed,
                OperatingSystem.IsLinux() ? Hide(RelaxedCopyCache.UserFolder) : null),
            devices,
            [.. checks.Select(check => new CheckSection(check.Name, check.Status.ToString().ToLowerInvariant(), privacy.Hide(check.Finding), check.Remedy))]);

        string? Hide(string? path) => path is null ? null : privacy.Hide(path);
    }

    /// <summary>What the tool runs on.</summary>
    internal sealed record MachineSection(string OperatingSystem, string Platform, int Cores, IReadOnlyList<string> Instructions, double MemoryGiB, IReadOnlyList<string> Sdks, string? Locale);

    /// <summary>Where the native libraries are: TorchSharp's as installed, the one that was loaded, libtorch, and the folder for relaxed copies.</summary>
    internal sealed record LibTorchSection(string? InstalledLibrary, string? LoadedLibrary, string? LoadedLibTorch, bool IsRelaxedCopy, string? CopiesFolder);

    /// <summary>Something that was checked: ok, warn or fail.</summary>
    internal sealed record CheckSection(string Name, string Status, string Finding, string? Remedy);
}
