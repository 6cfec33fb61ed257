using Microsoft.ML.Data;
using MLNet.LossExperiments.Data;
using MLNet.LossExperiments.Interop;
using MLNet.LossExperiments.Losses;
using MLNet.LossExperiments.Metrics;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Network;
using TorchSharp;

namespace MLNet.LossExperiments.Training;

/// <summary>Regression: the label is a number, or a vector of them, one for each target.</summary>
internal sealed record RegressionTask(MlpRegressionOptions Options)
    : LearningTask(Options.Loss, RegressionMetric.RootMeanSquaredError, IsStratified: false)
{
    // Of a squared error, where the error is one standard deviation of the label and counts as 1.
    private const double GradientSize = 2;

    public override OutputRange OutputRange => Options.OutputRange;

    public override TargetRule TargetRule(FitRows rows) =>
        new(TargetKind.Number, TargetCount(rows), label => Options.Loss.Labels.Holds(label), Options.Loss.LabelDemand());

    public override int OutputCount(FitRows rows) => TargetCount(rows) * Options.Loss.OutputsPerTarget;

    public override PredictionForm Form(FitRows rows) => new(Loss.Link, TargetCount(rows), Options.Loss.QuantileLevels, rows.LabelSlotNames);

    public override OutputScale? OutputScale(TargetSummary training, torch.Device device)
    {
        if (!Options.ScalesGradient)
            return null;
        OutputColumn[][] targets = [.. training.Mean.Zip(training.Deviation, Columns)];
        OutputColumn[] all = [.. targets.SelectMany(columns => columns)];
        var scale = new OutputScale([.. all.Select(column => column.Shift)], [.. all.Select(column => column.Scale)], [.. all.Select(_ => 1.0)]);
        bool[] areOnLabelScale = [.. targets[0].Select(column => column.IsOnLabelScale)];
        double[] factors = [.. GradientMeasurement.SizesOf(Options.Loss, new OutputTransform(OutputRange, scale), areOnLabelScale, training.Sample, Options.BatchSize, device).Select(size => GradientSize / size)];
        // A step that compares losses needs one factor for all targets.
        if (Options.Optimizer.IsFullBatch)
            Array.Fill(factors, Math.Exp(factors.Average(Math.Log)));
        return scale with { GradientScale = [.. factors.SelectMany(factor => Enumerable.Repeat(factor, areOnLabelScale.Length))] };
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

    // The outputs of a target by what they stand for: a place on the label's scale, the logarithm of one, the logarithm of a spread.
    private OutputColumn[] Columns(double mean, double measuredDeviation)
    {
        double deviation = measuredDeviation > 0 ? measuredDeviation : 1;
        OutputColumn place = Options.ScalesOutput ? new(mean, deviation, true) : new(0, 1, true);
        return Loss.Link switch
        {
            // Labels of a logarithmic link are at least 0: their size is their mean.
            Link.Exponential => [new(Math.Log(mean > 0 ? mean : deviation), 1, false)],
            Link.MeanAndLogVariance => [place, new(2 * Math.Log(deviation), 1, false)],
            Link.MedianAndLogScale => [place, new(Math.Log(deviation), 1, false)],
            _ => [.. Enumerable.Repeat(place, Options.Loss.OutputsPerTarget)],
        };
    }

    private readonly record struct OutputColumn(double Shift, double Scale, bool IsOnLabelScale);
}
