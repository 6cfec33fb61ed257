namespace MLNet.LossExperiments.Reports;

/// <summary>A part of a section.</summary>
internal abstract record ReportBlock
{
    private ReportBlock()
    {
    }

    /// <summary>Sentences.</summary>
    public sealed record Words(string Text) : ReportBlock;

    /// <summary>The title of what follows within a section.</summary>
    public sealed record Heading(string Text) : ReportBlock;

    /// <summary>Names and what they are.</summary>
    public sealed record Facts(IReadOnlyList<NamedValue> Values) : ReportBlock;

    /// <summary>A table. A folded one is shown when asked for.</summary>
    public sealed record Table(string Caption, IReadOnlyList<TableColumn> Columns, IReadOnlyList<IReadOnlyList<TableCell>> Rows, bool IsFolded = false) : ReportBlock;

    /// <summary>A chart. Where <paramref name="IsPictureOnly"/>, a table beside it says the same better on a page.</summary>
    public sealed record Chart(ReportChart Picture, bool IsPictureOnly = false) : ReportBlock;

    /// <summary>Something to copy.</summary>
    public sealed record Code(string Caption, string Language, string Text) : ReportBlock;

    /// <summary>A confusion matrix.</summary>
    public sealed record Confusion(ConfusionMatrix Matrix) : ReportBlock;

    /// <summary>Pictures of rows.</summary>
    public sealed record Pictures(ImageExamples Examples) : ReportBlock;

    /// <summary>The confusion of two classes at a threshold to be chosen.</summary>
    public sealed record Threshold(BinaryEvaluation Evaluation) : ReportBlock;
}
