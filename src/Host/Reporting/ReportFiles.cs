using System.Text.Json;
using MLNet.LossExperiments.Host.Output;
using MLNet.LossExperiments.Host.Terminal;
using MLNet.LossExperiments.Reports;

namespace MLNet.LossExperiments.Host.Reporting;

/// <summary>The files that a report is written to, each with what writes it.</summary>
internal static class ReportFiles
{
    /// <summary>The page.</summary>
    public const string Page = "report.html";

    /// <summary>Its data.</summary>
    public const string Data = "report.json";

    private const string Markdown = "report.md";
    private const string Charts = "charts";

    /// <summary>The page and its data.</summary>
    public static IReadOnlyList<(string Name, Action<Stream> Write)> Short(ReadyReport report) => [(Page, RunFolder.WriterOf(report.Page())), (Data, RunFolder.WriterOf(report.Json()))];

    /// <summary>Everything: Markdown and each chart too.</summary>
    public static IReadOnlyList<(string Name, Action<Stream> Write)> Whole(ReadyReport report) => [.. Short(report), .. Rest(report.Markdown(Charts), report.Charts())];

    /// <summary>The names of files as they are listed: a folder once for all that is in it.</summary>
    public static IEnumerable<string> Listed(IEnumerable<(string Name, Action<Stream> Write)> files) => files.Select(file => file.Name.Split('/')[0]).Distinct();

    /// <summary>Writes a report into a folder, which may hold its run. Charts of an earlier report do not stay beside it.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="files">The files.</param>
    /// <exception cref="CommandException">They could not be written.</exception>
    public static void Write(RunFolder folder, IReadOnlyList<(string Name, Action<Stream> Write)> files)
    {
        try
        {
            CheckEarlier(folder);
            IReadOnlyList<string> earlier = EarlierReport.FilesIn(folder.Path);
            folder.Update(files);
            EarlierReport.RemoveRest(folder.Path, earlier, files.Select(file => file.Name));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CommandException.Failure($"The report that was in {folder.Path} before cannot be replaced: {e.Message}", e);
        }
    }

    /// <summary>The files of a report on the side: should it fail, or be stopped, what it is about is not lost for that.</summary>
    /// <param name="make">Makes the report, and the files.</param>
    /// <param name="screen">Is told where it failed.</param>
    /// <returns>The files; none where it failed or was stopped.</returns>
    public static IReadOnlyList<(string Name, Action<Stream> Write)> OnTheSide(Func<IReadOnlyList<(string Name, Action<Stream> Write)>> make, Screen screen)
    {
        try
        {
            return make();
        }
        catch (OperationCanceledException)
        {
            return [];
        }
        catch (Exception e)
        {
            screen.Warn($"There is no report, as it could not be made; all else is written. {e.Message}");
            return [];
        }
    }

    // A page of that name that somebody else wrote is not ours to replace.
    private static void CheckEarlier(RunFolder folder)
    {
        if (new[] { Page, Data, Markdown }.FirstOrDefault(name => File.Exists(folder.PathOf(name))) is { } existing && !IsReport(folder.PathOf(Data)))
            throw CommandException.Failure($"{folder.PathOf(existing)} is no report of mlnet-loss, and is not replaced. Name another folder, or move it away.");
    }

    private static bool IsReport(string data)
    {
        try
        {
            using JsonDocument report = JsonDocument.Parse(File.ReadAllText(data));
            return report.RootElement.ValueKind == JsonValueKind.Object && report.RootElement.TryGetProperty("schemaVersion", out _);
        }
        catch (Exception e) when (e is JsonException or FileNotFoundException)
        {
            return false;
        }
    }

    private static IEnumerable<(string, Action<Stream>)> Rest(string markdown, IReadOnlyList<ReportChart> charts)
    {
        yield return (Markdown, RunFolder.WriterOf(markdown));
        foreach (ReportChart chart in charts)
        {
            yield return ($"{Charts}/{chart.Name}.png", stream => stream.Write(chart.ToPng()));
            yield return ($"{Charts}/{chart.Name}.svg", RunFolder.WriterOf(chart.ToSvg()));
        }
    }
}
