namespace MLNet.LossExperiments.Packages.Tests;

/// <summary>The tool, installed from the feed as a user would, but into a folder of the test's.</summary>
public sealed class InstalledTool
{
    private readonly PackedFeed _feed;

    public InstalledTool(PackedFeed feed)
    {
        _feed = feed;
        Command.DotNet("tool", "install", "MLNet.LossExperiments.Tool", "--version", feed.Version, "--tool-path", Folder, "--add-source", feed.Folder, "--configfile", feed.PathOf("NuGet.config"));
    }

    public string Folder => _feed.PathOf("tools");

    /// <summary>Runs the tool as a shell would.</summary>
    /// <returns>What it wrote to its standard output.</returns>
    internal string Run(params string[] arguments) => Command.Run(Path.Combine(Folder, OperatingSystem.IsWindows() ? "mlnet-loss.exe" : "mlnet-loss"), arguments, _feed.PathOf());
}
