namespace MLNet.LossExperiments.Host.Reporting;

/// <summary>How much of a report a run leaves behind.</summary>
internal enum ReportAmount
{
    /// <summary>None.</summary>
    False,

    /// <summary>The page and its data.</summary>
    True,

    /// <summary>Markdown and pictures of the charts too, and importance measured more exactly.</summary>
    Full,
}
