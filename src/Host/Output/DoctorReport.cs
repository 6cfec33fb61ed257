using System.Globalization;
using MLNet.LossExperiments.Host.Terminal;
using Spectre.Console;

namespace MLNet.LossExperiments.Host.Output;

/// <summary>Prints what <c>mlnet-loss doctor</c> found, for people. Its own words are ASCII, so that they can be read on any terminal.</summary>
internal static class DoctorReport
{
    private const int NameWidth = 35;
    private const int StatusWidth = 7;
    private const int CheckWidth = 19;

    public static void Show(Screen screen, DoctorDocument document)
    {
        foreach ((string name, string value) in Facts(document))
            screen.Result($"{name,-NameWidth}{value}");
        screen.Result("");
        foreach (DoctorDocument.CheckSection check in document.Checks)
        {
            screen.Result(new Paragraph().Append($"{check.Status,-StatusWidth}", new Style(ColorOf(check.Status))).Append($"{check.Name,-CheckWidth}{check.Finding}\n"));
            if (check.Remedy is { } remedy)
                screen.Result($"{"",-StatusWidth}{"",-CheckWidth}To do: {remedy}");
        }
        if (!document.CanTrain)
            return;
        int warnings = document.Checks.Count(check => check.Status == "warn");
        screen.Result("");
        screen.Result(warnings == 0 ? "All is well." : $"Training works. {(warnings == 1 ? "One thing" : $"{warnings} things")} could be better.");
    }

    private static IEnumerable<(string Name, string Value)> Facts(DoctorDocument document)
    {
        DoctorDocument.MachineSection machine = document.Machine;
        DoctorDocument.LibTorchSection libTorch = document.LibTorch;
        foreach ((string name, string version) in document.Versions)
            yield return (name, version);
        yield return (".NET SDKs", machine.Sdks.Count == 0 ? "none beside the runtime" : string.Join(", ", machine.Sdks));
        yield return ("Operating system", $"{machine.OperatingSystem}, {machine.Platform}");
        yield return ("Processor", string.Create(CultureInfo.InvariantCulture, $"{machine.Cores} logical cores, {(machine.Instructions.Count == 0 ? "no known vector instructions" : string.Join(", ", machine.Instructions))}"));
        yield return ("Memory", string.Create(CultureInfo.InvariantCulture, $"{machine.MemoryGiB:0.0} GiB"));
        yield return ("Native library", libTorch.InstalledLibrary ?? "not found");
        if (libTorch.LoadedLibrary is { } loaded)
            yield return ("  loaded from", $"{(loaded == libTorch.InstalledLibrary ? "there" : loaded)}{(libTorch.IsRelaxedCopy ? " (a relaxed copy)" : "")}");
        if (libTorch.LoadedLibTorch is { } core)
            yield return ("  libtorch", core);
        if (libTorch.CopiesFolder is { } copies)
            yield return ("  relaxed copies", $"{copies}{(libTorch.IsRelaxedCopy ? "" : " (not needed here)")}");
        yield return ("Devices", $"{string.Join(", ", document.Devices.Select(device => $"{device.Key} {(device.Value ? "yes" : "no")}"))} (looked for, not tried)");
    }

    private static Color ColorOf(string status) => status switch
    {
        "ok" => Color.Green,
        "warn" => Color.Yellow,
        _ => Color.Red,
    };
}
