using MLNet.LossExperiments.Reports.Tests.Samples;

namespace MLNet.LossExperiments.Reports.Tests.Rendering;

/// <summary>A page of each kind, made once.</summary>
internal static class SamplePages
{
    private static readonly Dictionary<string, Lazy<EvaluationReport>> Evaluations = new()
    {
        ["regression"] = new(SampleReports.Regression),
        ["targets"] = new(SampleReports.SeveralTargets),
        ["binary"] = new(SampleReports.Binary),
        ["multiclass"] = new(SampleReports.Multiclass),
    };

    private static readonly Lazy<ComparisonReport> OfLosses = new(SampleComparison.Report);
    private static readonly Dictionary<string, Lazy<string>> Htmls = Kinds.ToDictionary(kind => kind, kind => new Lazy<string>(() => kind == "comparison" ? Comparison.ToHtml() : Evaluation(kind).ToHtml()));

    public static string[] Kinds => ["regression", "targets", "binary", "multiclass", "comparison"];

    public static ComparisonReport Comparison => OfLosses.Value;

    public static EvaluationReport Evaluation(string kind) => Evaluations[kind].Value;

    public static string Html(string kind) => Htmls[kind].Value;

    public static IReadOnlyList<ReportChart> Charts(string kind) => kind == "comparison" ? Comparison.Charts() : Evaluation(kind).Charts();
}
