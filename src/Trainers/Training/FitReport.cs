using System.Globalization;
using Microsoft.ML.Runtime;
using MLNet.LossExperiments.Interop;
using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Training;

/// <summary>Tells how a fit goes to everybody who listens: the observers, <c>MLContext.Log</c>, ML.NET's progress channel.</summary>
internal sealed class FitReport : IDisposable
{
    private readonly FitRequest _request;
    private readonly MlpOptions _options;
    private readonly LearningTask _task;
    private readonly IProgressChannel _progress;
    private int _epoch;

    public FitReport(FitRequest request, MlpOptions options, LearningTask task)
    {
        _request = request;
        _options = options;
        _task = task;
        _progress = request.StartProgress("Training");
        _progress.SetHeader(new ProgressHeader(["Training loss", "Validation loss", "Validation metric"], ["epochs"]), entry => entry.SetProgress(0, _epoch, options.Epochs));
    }

    public void Started(FitStart start)
    {
        _request.Info($"Training {start.ParameterCount} parameters on {start.TrainingRows} rows of {start.FeatureCount} features, validating on {start.ValidationRows}, with the loss '{_task.Loss}', seed {start.Seed}, on {start.Device}.");
        foreach (ITrainingObserver observer in _options.Observers)
            observer.FitStarted(start);
    }

    public void EpochEnded(EpochRecord epoch)
    {
        _epoch = epoch.Epoch;
        _progress.Checkpoint(epoch.RunningTrainingLoss, epoch.ValidationLoss, epoch.ValidationMetric, epoch.Epoch);
        _request.Info(string.Create(CultureInfo.InvariantCulture, $"Epoch {epoch.Epoch} of {_options.Epochs}: training loss {epoch.RunningTrainingLoss:G6}{Validation(epoch)}."));
        foreach (ITrainingObserver observer in _options.Observers)
            observer.EpochEnded(epoch);
    }

    public void Ended(TrainingHistory history)
    {
        _request.Info($"{(history.StopReason != StopReason.EpochsDone ? "Stopped early" : "Ended")} after {history.Epochs.Count} epochs; the model has the weights of epoch {history.BestEpoch}.");
        foreach (ITrainingObserver observer in _options.Observers)
            observer.FitEnded(history);
    }

    public void Dispose() => _progress.Dispose();

    private string Validation(EpochRecord epoch) =>
        epoch.ValidationLoss is null ? "" : string.Create(CultureInfo.InvariantCulture, $", validation loss {epoch.ValidationLoss:G6}, {_task.Metric.Name} {epoch.ValidationMetric:G6}");
}
