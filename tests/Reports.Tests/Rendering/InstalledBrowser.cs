using System.Diagnostics;

namespace MLNet.LossExperiments.Reports.Tests.Rendering;

/// <summary>Finds a Chromium, Chrome or Edge on Linux, macOS and Windows, and installs Debian's Chromium where there is none and that is possible.</summary>
internal static class InstalledBrowser
{
    /// <summary>The variables that may name the program, first the one that counts most.</summary>
    public static readonly string[] Variables = ["CHROMIUM", "CHROME_PATH"];

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "microsoft-edge-stable", "msedge"];

    private static readonly string[] OnMac = ["Google Chrome", "Chromium", "Microsoft Edge"];

    private static readonly string[] OnWindows = [@"Google\Chrome\Application\chrome.exe", @"Chromium\Application\chrome.exe", @"Microsoft\Edge\Application\msedge.exe"];

    /// <summary>The program.</summary>
    /// <exception cref="InvalidOperationException">There is none, and none could be installed; the message says what to do.</exception>
    public static string Find()
    {
        if (Named(Environment.GetEnvironmentVariable, File.Exists) is { } named)
            return named;
        if (Candidates().FirstOrDefault(File.Exists) is { } found)
            return found;
        string? fault = Install();
        return Candidates().FirstOrDefault(File.Exists) ?? throw new InvalidOperationException(Explain(fault));
    }

    /// <summary>The program that the environment names; null where it names none.</summary>
    /// <exception cref="InvalidOperationException">It names one that is not there.</exception>
    public static string? Named(Func<string, string?> variable, Func<string, bool> exists)
    {
        foreach (string name in Variables)
        {
            if (variable(name) is { Length: > 0 } path)
                return exists(path) ? path : throw new InvalidOperationException($"The environment variable {name} is {path}, but there is no such file. Let it name the program of a Chromium, Chrome or Edge, or take it away.");
        }
        return null;
    }

    /// <summary>Where browsers usually lie: in the folders of PATH, and in the usual places of the system.</summary>
    public static IEnumerable<string> Candidates()
    {
        string ending = OperatingSystem.IsWindows() ? ".exe" : "";
        IEnumerable<string> folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        IEnumerable<string> onPath = Names.SelectMany(name => folders.Concat(["/usr/bin", "/usr/local/bin", "/snap/bin"]).Select(folder => Path.Combine(folder, name + ending)));
        if (OperatingSystem.IsMacOS())
            return [.. OnMac.SelectMany(name => new[] { "/Applications", Path.Combine(Folder(Environment.SpecialFolder.UserProfile), "Applications") }.Select(folder => $"{folder}/{name}.app/Contents/MacOS/{name}")), .. onPath];
        if (OperatingSystem.IsWindows())
            return [.. OnWindows.SelectMany(program => new[] { Environment.SpecialFolder.ProgramFiles, Environment.SpecialFolder.ProgramFilesX86, Environment.SpecialFolder.LocalApplicationData }.Select(folder => Path.Combine(Folder(folder), program))), .. onPath];
        return [.. onPath, "/opt/google/chrome/chrome", "/opt/microsoft/msedge/msedge"];
    }

    /// <summary>What to do where there is no browser.</summary>
    /// <param name="fault">Why none could be installed; null where that was not tried.</param>
    public static string Explain(string? fault)
    {
        string how = OperatingSystem.IsWindows() ? "Install Chrome or Edge" : OperatingSystem.IsMacOS() ? "Install Chrome, as by brew install --cask google-chrome" : "Install it, as by sudo apt-get install chromium";
        return $"Pages of reports are tested in a Chromium, Chrome or Edge, and there is none.{(fault is null ? "" : $" It could not be installed: {fault.Trim()}.")} {how}, or name its program in the environment variable {Variables[0]}.";
    }

    // Root on Debian or Ubuntu; anybody else is asked.
    private static string? Install()
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root" || !File.Exists("/usr/bin/apt-get"))
            return null;
        return AptGet("update", "-qq") ?? AptGet("install", "-y", "-qq", "--no-install-recommends", "chromium");
    }

    private static string? AptGet(params string[] arguments)
    {
        var start = new ProcessStartInfo("apt-get", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? null : $"apt-get {arguments[0]} ended with {process.ExitCode}: {error.Result}";
    }

    private static string Folder(Environment.SpecialFolder folder) => Environment.GetFolderPath(folder);
}
