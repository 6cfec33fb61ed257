namespace MLNet.LossExperiments.Reports;

/// <summary>How to repeat the run, and what to know about the report.</summary>
internal static class RepeatSection
{
    public static ReportSection? Of(Reproduction? reproduction) => reproduction is null or { CommandLine: null, CSharp: null } ? null : new ReportSection("repeat", "Repeat this run",
    [
        .. reproduction.CommandLine is { } command ? new ReportBlock[] { new ReportBlock.Code("On the command line", "sh", command) } : [],
        .. reproduction.CSharp is { } csharp ? new ReportBlock[] { new ReportBlock.Code("In C#", "csharp", csharp) } : [],
    ]);

    public static ReportSection? Notes(IReadOnlyList<string> notes) => notes.Count == 0 ? null : new ReportSection("notes", "Notes", [.. notes.Select(note => new ReportBlock.Words(note))]);
}
