using System.Globalization;
using MLNet.LossExperiments.Host.Output;

namespace MLNet.LossExperiments.Host.Configuration;

/// <summary>What is different from when a run was made.</summary>
internal static class RunChanges
{
    /// <summary>A sentence for each difference.</summary>
    /// <param name="run">The run's config.json.</param>
    /// <param name="isTaken">Whether an option is taken from it; a file that the command line replaces is not looked at.</param>
    public static IEnumerable<string> Since(ConfigFile run, Func<string, bool> isTaken) => Versions(run).Concat(Files(run, isTaken));

    private static IEnumerable<string> Versions(ConfigFile run) =>
        from old in Entries(run, "versions")
        let now = ConfigDocument.CurrentVersions.GetValueOrDefault(old.Key)
        let then = (old.Value as ConfigNode.Scalar)?.Text
        where now is not null && then is not null && now != then
        select $"The run was made with {old.Key} {then}; this is {now}. Results may differ a little.";

    private static IEnumerable<string> Files(ConfigFile run, Func<string, bool> isTaken)
    {
        foreach (ConfigNode.Group old in ((run.Root["data"] as ConfigNode.Sequence)?.Items ?? []).OfType<ConfigNode.Group>())
        {
            string? option = old.TextOf("option"), path = run.Options.FirstOrDefault(entry => entry.Key == option)?.Value is ConfigNode.Scalar value ? Path.GetFullPath(value.Text, run.Folder) : null;
            // That a file is gone is for the command to say.
            if (option is null || path is null || !isTaken(option) || !File.Exists(path) || !long.TryParse(old.TextOf("bytes"), out long bytes))
                continue;
            var now = DataFile.Of(option, path);
            if (now.Bytes != bytes)
                yield return string.Create(CultureInfo.InvariantCulture, $"{path} has changed since the run: it had {bytes:N0} bytes, and has {now.Bytes:N0}. Results will differ.");
            else if (now.Sha256 != old.TextOf("sha256"))
                yield return $"{path} has changed since the run: its size is the same, its contents are not. Results will differ.";
        }
    }

    private static IReadOnlyList<ConfigEntry> Entries(ConfigFile run, string group) => (run.Root[group] as ConfigNode.Group)?.Entries ?? [];
}
