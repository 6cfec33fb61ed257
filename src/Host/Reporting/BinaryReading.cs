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
        _threshold = DecisionThreshold.Of([.. rows.Select(ScoreOf)], [.. rows.Select(row => PredictedClassOf(row) == 1)], _hasProbabilities);
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
}
