using MLNet.LossExperiments.Host.Models;
using MLNet.LossExperiments.Reports;

namespace MLNet.LossExperiments.Host.Reporting;

/// <summary>Reads scored rows as predictions of one of two classes.</summary>
internal sealed class BinaryReading : TaskReading
{
    private readonly ModelClasses _classes;
    private readonly bool _hasProbabilities;
    private readonly double? _threshold;

    public BinaryReading(LoadedModel model, ModelClasses classes, IReadOnlyList<ScoredRow> rows)
    {
        _classes = classes;
        _hasProbabilities = model.Outputs.HasProbability && rows.All(row => row.Probability is >= 0 and <= 1);
        _threshold = ThresholdOf(rows);
    }

    public override string CostName => _hasProbabilities ? "log-loss" : "error rate";

    public override IReadOnlyList<string> Classes => _classes.Names;

    public override int ClassOf(ScoredRow row) => _classes.Find(row.Label);

    public override int PredictedClassOf(ScoredRow row) => _classes.Find(row.PredictedLabel);

    public override TaskEvaluation Evaluate(IReadOnlyList<ScoredRow> rows, string set, EvaluationOptions options) =>
        BinaryEvaluation.Of(Read(rows) with { Set = set, RowNumbers = [.. rows.Select(row => row.Number)] }, options);

    public override IReadOnlyList<double> Costs(IReadOnlyList<ScoredRow> rows) => RowCosts.LogLosses(Read(rows));

    private BinaryPredictions Read(IReadOnlyList<ScoredRow> rows) => new()
    {
        NegativeClass = _classes.Names[0],
        PositiveClass = _classes.Names[1],
        Actual = [.. rows.Select(row => ClassOf(row) == 1)],
        Scores = [.. rows.Select(ScoreOf)],
        HasProbabilities = _hasProbabilities,
        Threshold = _threshold,
    };

    private float ScoreOf(ScoredRow row) => _hasProbabilities ? row.Probability : row.Scores[0];

    // A model may decide elsewhere than in the middle, and says so by its predictions alone.
    private double? ThresholdOf(IReadOnlyList<ScoredRow> rows)
    {
        double usual = _hasProbabilities ? 0.5 : 0;
        double below = double.NegativeInfinity, above = double.PositiveInfinity;
        foreach (ScoredRow row in rows)
        {
            if (PredictedClassOf(row) == 1)
                above = Math.Min(above, ScoreOf(row));
            else
                below = Math.Max(below, ScoreOf(row));
        }
        return (below <= usual && usual < above) || below >= above || !double.IsFinite(below + above) ? null : (below + above) / 2;
    }
}
