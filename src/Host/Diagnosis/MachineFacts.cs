using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace MLNet.LossExperiments.Host.Diagnosis;

/// <summary>What the tool runs on.</summary>
/// <param name="Runtime">The version of .NET that runs.</param>
/// <param name="Sdks">The SDKs beside it.</param>
/// <param name="OperatingSystem">The operating system, as it calls itself.</param>
/// <param name="Platform">The runtime identifier, for example linux-x64.</param>
/// <param name="Cores">The logical processors that the process may use.</param>
/// <param name="Instructions">The vector instructions that it has, of those that matter here.</param>
/// <param name="MemoryGiB">The memory that the process may use.</param>
/// <param name="Culture">The locale's encoding, as the terminal is told; null where the system has none.</param>
internal sealed record MachineFacts(
    string Runtime, IReadOnlyList<string> Sdks, string OperatingSystem, string Platform, int Cores, IReadOnlyList<string> Instructions, double MemoryGiB, string? Culture)
{
    private static readonly string[] LocaleVariables = ["LC_ALL", "LC_CTYPE", "LANG"];

    public static MachineFacts OfThisMachine() => new(
        Environment.Version.ToString(),
        FindSdks(),
        RuntimeInformation.OSDescription.Trim(),
        RuntimeInformation.RuntimeIdentifier,
        Environment.ProcessorCount,
        [.. FindInstructions()],
        Math.Round(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1L << 30), 1),
        // The first that is set decides.
        System.OperatingSystem.IsWindows() ? null : LocaleVariables.Select(Environment.GetEnvironmentVariable).FirstOrDefault(value => !string.IsNullOrEmpty(value)) ?? "");

    /// <summary>Memory in a sentence.</summary>
    public string Memory => string.Create(CultureInfo.InvariantCulture, $"{MemoryGiB:0.0} GiB");

    private static IEnumerable<string> FindInstructions()
    {
        if (Avx2.IsSupported)
            yield return "AVX2";
        if (Fma.IsSupported)
            yield return "FMA";
        if (Avx512F.IsSupported)
            yield return "AVX-512";
        if (AdvSimd.IsSupported)
            yield return "AdvSimd";
    }

    // Beside the runtime: DOTNET/shared/Microsoft.NETCore.App/VERSION/ and DOTNET/sdk/VERSION/. Asking the command dotnet would take longer than all checks together.
    private static string[] FindSdks()
    {
        DirectoryInfo? root = new DirectoryInfo(RuntimeEnvironment.GetRuntimeDirectory()).Parent?.Parent?.Parent;
        string sdks = Path.Combine(root?.FullName ?? "", "sdk");
        return root is not null && Directory.Exists(sdks) ? [.. Directory.EnumerateDirectories(sdks).Where(folder => File.Exists(Path.Combine(folder, "dotnet.dll"))).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)] : [];
    }
}
