namespace MLNet.LossExperiments.Reports;

/// <summary>Puts a report on one model in order: results first, then how they came about.</summary>
internal static class EvaluationDocument
{
    // A page holds so many points, however many targets there are.
    private const int MostPoints = 2000;
    private const int FewPoints = 100;
    private const int MostKeyFigures = 8;

    // Of more targets a page shows the metrics, and charts are pictures of their own.
    private const int MostCharted = 5;

    private static readonly string[] Preferred = ["auc", "accuracy", "rmse", "mae", "r2", "f1", "macro-f1", "log-loss", "bias"];

    public static ReportDocument Of(EvaluationReport report)
    {
        bool hasSeveral = report.Evaluations.Count > 1;
        IEnumerable<ReportSection> evaluations = report.Evaluations.SelectMany((evaluation, i) => EvaluationSections.Of(
            evaluation,
            hasSeveral ? NameOf(evaluation, i) : null,
            hasSeveral ? $"-{i + 1}" : "",
            Math.Max(FewPoints, MostPoints / report.Evaluations.Count)).Select(section => i < MostCharted ? section : WithoutCharts(section)));
        ReportSection?[] others =
        [
            TrainingSection.Of(report),
            ImportanceSection.Of(report.Importance),
            .. report.Evaluations.Take(MostCharted).Select((evaluation, i) => WorstSection.Of(evaluation.Worst, hasSeveral ? NameOf(evaluation, i) : null, hasSeveral ? $"-{i + 1}" : "")),
            DataSection.Of(report.Data),
            ModelSection.Of(report.Model),
            RepeatSection.Of(report.Reproduction),
            RepeatSection.Notes(report.Notes),
        ];
        return new ReportDocument(report.Title, LeadOf(report), [.. KeyFigures(report).Take(MostKeyFigures)], [.. evaluations, .. others.OfType<ReportSection>()]);
    }

    private static IEnumerable<KeyFigure> KeyFigures(EvaluationReport report)
    {
        bool hasSeveral = report.Evaluations.Count > 1;
        return report.Evaluations.SelectMany((evaluation, i) => evaluation.Metrics
            .Where(metric => Preferred.Contains(metric.Name)).OrderBy(metric => Array.IndexOf(Preferred, metric.Name)).Take(hasSeveral ? 2 : 4)
            .Select(metric => KeyFigure.Of(metric, evaluation.Bootstrap.Confidence, hasSeveral ? NameOf(evaluation, i) : null)));
    }

    private static ReportSection WithoutCharts(ReportSection section) => section.Blocks.OfType<ReportBlock.Chart>().Any()
        ? section with { Blocks = [new ReportBlock.Words($"Charts and worst predictions are shown of the first {MostCharted} targets; report.json has all, and each chart can be saved as a picture."), .. section.Blocks.Select(block => block is ReportBlock.Chart chart ? chart with { IsPictureOnly = true } : block)] }
        : section;

    private static string NameOf(TaskEvaluation evaluation, int place) => evaluation is RegressionEvaluation regression ? regression.Target : $"{place + 1}";

    private static string LeadOf(EvaluationReport report)
    {
        string what = $"{report.Data.Label} of {report.Data.Name}", by = report.Model.Loss is { } loss ? $"learned with the loss {loss.Name}" : $"predicted by {report.Model.Architecture}";
        string? rows = report.Evaluations.Count == 0 ? null : $"easured on {Figure.Many(report.Evaluations[0].Rows.Count, "row")} ({report.Evaluations[0].Rows.Set})";
        // Most titles say the rest themselves.
        string lead = rows is null ? $"{what}, {by}" : report.Title.StartsWith(what, StringComparison.Ordinal) ? $"M{rows}" : $"{what}, {by}, m{rows}";
        return $"{lead}.{(report.Created is { } created ? $" Made {Figure.Time(created)}." : "")}";
    }
}
