using System.Globalization;
using MLNet.LossExperiments.Host.Models;
using MLNet.LossExperiments.Reports;

namespace MLNet.LossExperiments.Host.Reporting;

/// <summary>Reads scored rows as predictions of a number.</summary>
internal sealed class RegressionReading : TaskReading
{
    private readonly string _label;
    private readonly bool _hasVariance;
    private readonly double[] _levels;

    public RegressionReading(LoadedModel model, string label)
    {
        _label = label;
        _levels = LevelsOf(model);
        // An ensemble has a variance whatever its loss: how far its networks are apart, which says little of the label. A loss that gives one needs an output for it.
        _hasVariance = _levels.Length == 0 && Predictor.In(model.Transformer)?.Members is [var first, ..] && first.Network.Layers[^1].OutputCount > 1;
    }

    public override string CostName => "RMSE";

    public override bool IsRoot => true;

    public override TaskEvaluation Evaluate(IReadOnlyList<ScoredRow> rows, string set, EvaluationOptions options) =>
        RegressionEvaluation.Of(Read(rows) with { Set = set, RowNumbers = [.. rows.Select(row => row.Number)] }, options);

    public override IReadOnlyList<double> Costs(IReadOnlyList<ScoredRow> rows) => RowCosts.SquaredErrors(Read(rows));

    private RegressionPredictions Read(IReadOnlyList<ScoredRow> rows) => new()
    {
        Target = _label,
        Actual = [.. rows.Select(row => row.Target)],
        Predicted = [.. rows.Select(row => row.Scores[0])],
        Variances = _hasVariance ? [.. rows.Select(row => row.Variance)] : null,
        QuantileLevels = _levels,
        Quantiles = _levels.Length > 0 ? [.. rows.SelectMany(row => row.Quantiles)] : null,
    };

    private static double[] LevelsOf(LoadedModel model)
    {
        if (model.Predictions.FirstOrDefault(column => column.Name == Models.PredictionColumns.Quantiles) is not { Name: not null } column || Annotation.TextsOf(column, "SlotNames") is not { } names)
            return [];
        double[] levels = [.. names.Select(name => double.TryParse(name, CultureInfo.InvariantCulture, out double level) ? level : double.NaN)];
        return levels.All(level => level is > 0 and < 1) ? levels : [];
    }
}
