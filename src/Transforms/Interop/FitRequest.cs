using Microsoft.ML.Calibrators;
using Microsoft.ML.Runtime;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Persistence;

namespace MLNet.LossExperiments.Interop;

/// <summary>What ML.NET asks of a trainer when it fits: the rows, and the ways to talk back to the host.</summary>
internal sealed class FitRequest(IHost host, IChannel channel, FitRows training, FitRows? validation)
{
    public FitRows Training => training;

    public FitRows? Validation => validation;

    /// <summary>A fitted model to start from; null to start anew.</summary>
    public ModelContent? Initial { get; init; }

    /// <summary>Writes to <c>MLContext.Log</c>.</summary>
    public void Info(string message) => channel.Info(MessageSensitivity.Schema, message);

    /// <inheritdoc cref="Info"/>
    public void Warn(string message) => channel.Warning(MessageSensitivity.Schema, message);

    /// <summary>Fits a calibration to scores and what they were scores of, by ML.NET's own calibrators.</summary>
    /// <param name="kind">How.</param>
    /// <param name="scores">The scores of rows.</param>
    /// <param name="labels">Whether each row is of the positive class.</param>
    /// <param name="weights">The weight of each row; null for equal weights.</param>
    public ScoreCalibration? FitCalibration(CalibrationKind kind, ReadOnlySpan<float> scores, ReadOnlySpan<bool> labels, ReadOnlySpan<float> weights)
    {
        ICalibratorTrainer? trainer = kind switch
        {
            CalibrationKind.Platt => new PlattCalibratorTrainer(host),
            CalibrationKind.Isotonic => new PavCalibratorTrainer(host),
            _ => null,
        };
        for (int row = 0; row < scores.Length; row++)
            trainer?.ProcessTrainingExample(scores[row], labels[row], weights.IsEmpty ? 1 : weights[row]);
        return trainer?.FinishTraining(channel) switch
        {
            PlattCalibrator platt => new PlattCalibration(platt.Slope, platt.Offset),
            IsotonicCalibrator isotonic => new IsotonicCalibration([.. isotonic.Mins], [.. isotonic.Maxes], [.. isotonic.Values]),
            _ => null,
        };
    }

    public IProgressChannel StartProgress(string name) => host.StartProgressChannel(name);

    /// <exception cref="OperationCanceledException">The host was asked to stop.</exception>
    public void CheckAlive() => host.CheckAlive();
}
