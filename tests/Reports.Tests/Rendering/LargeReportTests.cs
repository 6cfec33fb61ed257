using System.Text;

namespace MLNet.LossExperiments.Reports.Tests.Rendering;

/// <summary>Reports on much: many targets, classes, columns, pictures, and long names.</summary>
public sealed class LargeReportTests
{
    private const int MostBytes = 1_500_000;
    private static readonly EvaluationOptions Quick = EvaluationChecks.Quick;
    private static readonly string LongName = string.Concat(Enumerable.Repeat("a name without end, ", 100));

    private static EvaluationReport Report(params TaskEvaluation[] evaluations) => new()
    {
        Title = "Large",
        Data = new DataSummary
        {
            Name = "large.csv",
            Label = "y",
            Rows = 3000,
            Columns = [.. Enumerable.Range(0, 5000).Select(i => new ColumnSummary($"{i} {LongName}", "feature", "number", i, 7, NumberSummary.Of([1.5, 2.5, i]), LongName))],
        },
        Model = new ModelSummary { Architecture = "1-1", Parameters = 2, Loss = new LossSummary("mse"), Options = [.. Enumerable.Range(0, 100).Select(i => new NamedValue($"option {i}", LongName))] },
        Importance = new PermutationImportance("RMSE", 1, 3000, 5, 1, [.. Enumerable.Range(0, 5000).Select(i => new FeatureImportance($"{i} {LongName}", 1.0 / (i + 1), 0, 1.0, 0.1))]),
        Evaluations = evaluations,
    };

    // Numbers without a pattern that are the same each time.
    private static float Noise(int i) => (float)((i * 0.618033988749895 + i % 7 * 0.31) % 1);

    [Fact]
    public void ToHtml_ManyTargets_IsSmallEnough()
    {
        TaskEvaluation Target(int number) => RegressionEvaluation.Of(new RegressionPredictions
        {
            Target = $"target {number} {LongName}",
            Actual = [.. Enumerable.Range(0, 3000).Select(i => Noise(i + number))],
            Predicted = [.. Enumerable.Range(0, 3000).Select(i => Noise(3 * i + number))],
            Columns = [.. Enumerable.Range(0, 100).Select(i => $"{i} {LongName}")],
            Describe = _ => [.. Enumerable.Repeat(LongName, 100)],
        }, Quick);
        EvaluationReport report = Report([.. Enumerable.Range(0, 12).Select(Target)]);
        Assert.InRange(Encoding.UTF8.GetByteCount(report.ToHtml()), 100_000, MostBytes);
        Assert.Equal(12, report.Charts().Count(chart => chart.Name.StartsWith("predicted-actual", StringComparison.Ordinal)));
    }

    [Fact]
    public void ToHtml_ManyClassesAndPhotographs_IsSmallEnough()
    {
        const int Classes = 120, Rows = 3000, Side = 224;
        EvaluationReport report = Report(MulticlassEvaluation.Of(new MulticlassPredictions
        {
            Classes = [.. Enumerable.Range(0, Classes).Select(i => $"{i} {LongName}")],
            Actual = [.. Enumerable.Range(0, Rows).Select(i => i % Classes)],
            Scores = [.. Enumerable.Range(0, Rows * Classes).Select(i => Noise(7 * i))],
            HasProbabilities = false,
            ImageShape = new ImageShape(Side, Side, 3),
            Pixels = row => Enumerable.Range(0, Side * Side * 3).Select(i => (byte)(255 * Noise(i * 11 + row))).ToArray(),
        }, Quick));
        Assert.InRange(Encoding.UTF8.GetByteCount(report.ToHtml()), 100_000, MostBytes);
    }
}
