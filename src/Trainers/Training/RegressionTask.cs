using Microsoft.ML.Data;
using MLNet.LossExperiments.Data;
using MLNet.LossExperiments.Interop;
using MLNet.LossExperiments.Losses;
using MLNet.LossExperiments.Metrics;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Network;

namespace MLNet.LossExperiments.Training;

/// <summary>Regression: the label is a number, or a vector of them, one for each target.</summary>
internal sealed record RegressionTask(MlpRegressionOptions Options)
    : LearningTask(Options.Loss, RegressionMetric.RootMeanSquaredError, IsStratified: false)
{
    public override OutputRange OutputRange => Options.OutputRange;

    public override TargetRule TargetRule(FitRows rows) =>
        new(TargetKind.Number, TargetCount(rows), label => Options.Loss.Labels.Holds(label), Options.Loss.LabelDemand());

    public override int OutputCount(FitRows rows) => TargetCount(rows) * Options.Loss.OutputsPerTarget;

    public override PredictionForm Form(FitRows rows) => new(Loss.Link, TargetCount(rows), Options.Loss.QuantileLevels, rows.LabelSlotNames);

    public override OutputScale? OutputScale(TargetSummary training)
    {
        if (!Options.ScalesOutput)
            return null;
        double[] deviations = [.. training.Deviation.Select(deviation => deviation > 0 ? deviation : 1)];
        double[] units = [.. deviations.Select((deviation, target) => Unit(training.Mean[target], deviation))];
        // A step that compares losses needs one unit for all targets.
        if (Options.Optimizer.IsFullBatch)
            Array.Fill(units, Math.Exp(units.Average(Math.Log)));
        var shift = new List<double>();
        var scale = new List<double>();
        var gradient = new List<double>();
        for (int target = 0; target < deviations.Length; target++)
        {
            foreach ((double columnShift, double columnScale) in Columns(training.Mean[target], deviations[target]))
            {
                shift.Add(columnShift);
                scale.Add(columnScale);
                gradient.Add(Math.Pow(units[target], -Options.Loss.LabelDegree));
            }
        }
        return new OutputScale(shift, scale, gradient);
    }

    public override string? FindOddity(TargetSummary training, string labelColumn)
    {
        if (training.Least == training.Greatest)
            return $"Every row has the label {training.Least} in column '{labelColumn}'; the model can only learn that.";
        return training.Least < Options.OutputRange.Minimum || training.Greatest > Options.OutputRange.Maximum
            ? $"Labels in column '{labelColumn}' run from {training.Least} to {training.Greatest}, but the output range is {Options.OutputRange}; what lies outside cannot be predicted."
            : null;
    }

    private static int TargetCount(FitRows rows) => rows.Label.Type is VectorDataViewType vector ? vector.Size : 1;

    // Each output of a target by what it stands for: a place on the label's scale, the logarithm of one, the logarithm of a spread.
    private IEnumerable<(double Shift, double Scale)> Columns(double mean, double deviation) => Loss.Link switch
    {
        Link.Exponential => [(Math.Log(Unit(mean, deviation)), 1)],
        Link.MeanAndLogVariance => [(mean, deviation), (2 * Math.Log(deviation), 1)],
        Link.MedianAndLogScale => [(mean, deviation), (Math.Log(deviation), 1)],
        _ => Enumerable.Repeat((mean, deviation), Options.Loss.OutputsPerTarget),
    };

    // Labels of a logarithmic link are positive: their size is their mean.
    private double Unit(double mean, double deviation) => Loss.Link == Link.Exponential && mean > 0 ? mean : deviation;
}
