using System.Text.Json;
using MLNet.LossExperiments.Host.Commands;
using MLNet.LossExperiments.Host.Configuration;
using MLNet.LossExperiments.Reports;

namespace MLNet.LossExperiments.Host.Reporting;

/// <summary>The report on a comparison that was made before, from the data that it left in its folder.</summary>
internal static class RecalledComparison
{
    /// <summary>Whether a folder is that of a comparison.</summary>
    /// <param name="config">Its config.json.</param>
    public static bool IsIn(ConfigFile config) => config.Command == CompareCommand.Title;

    /// <exception cref="CommandException">The data is not there, or is none.</exception>
    public static ComparisonReport Read(ConfigFile config)
    {
        string path = Path.Combine(config.Folder, ReportFiles.Data);
        try
        {
            return ReportJson.ReadComparison(File.ReadAllText(path));
        }
        catch (Exception e) when (e is FileNotFoundException or JsonException)
        {
            string fault = e is JsonException ? "does not hold the report on a comparison as this version writes it" : "is not there";
            throw CommandException.Failure($"{path} {fault}, from which the report would be made. To make it again: mlnet-loss rerun {config.Folder}", e);
        }
    }
}
