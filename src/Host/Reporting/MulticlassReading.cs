using MLNet.LossExperiments.Host.Descriptions;
using MLNet.LossExperiments.Host.Models;
using MLNet.LossExperiments.Reports;

namespace MLNet.LossExperiments.Host.Reporting;

/// <summary>Reads scored rows as predictions of one of several classes.</summary>
internal sealed class MulticlassReading(ModelClasses classes, IReadOnlyList<ScoredRow> all, ImageColumns? image) : TaskReading
{
    private readonly bool _hasProbabilities = all.All(row => Evaluation.AreProbabilities(row.Scores));

    public override string CostName => _hasProbabilities ? "log-loss" : "error rate";

    public override IReadOnlyList<string> Classes => classes.Names;

    public override int ClassOf(ScoredRow row) => classes.Find(row.Label);

    public override int PredictedClassOf(ScoredRow row) => classes.Find(row.PredictedLabel);

    public override TaskEvaluation Evaluate(IReadOnlyList<ScoredRow> rows, string set, EvaluationOptions options)
    {
        MulticlassPredictions predictions = Read(rows) with { Set = set, RowNumbers = [.. rows.Select(row => row.Number)] };
        if (image is not null)
        {
            // Which rows are shown as pictures is found here; their pixels are read once that is known.
            var blank = new byte[image.Height * image.Width];
            predictions = predictions with { ImageShape = new ImageShape(image.Width, image.Height), Pixels = _ => blank };
        }
        return MulticlassEvaluation.Of(predictions, options);
    }

    public override IReadOnlyList<double> Costs(IReadOnlyList<ScoredRow> rows) => RowCosts.LogLosses(Read(rows));

    private MulticlassPredictions Read(IReadOnlyList<ScoredRow> rows) => new()
    {
        Classes = classes.Names,
        Actual = [.. rows.Select(ClassOf)],
        Scores = [.. rows.SelectMany(row => row.Scores)],
        HasProbabilities = _hasProbabilities,
    };
}
