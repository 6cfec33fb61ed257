using System.Globalization;
using Microsoft.ML.Runtime;
using MLNet.LossExperiments.Interop;
using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Training;

/// <summary>Tells how a fit goes to everybody who listens: the observers, <c>MLContext.Log</c>, ML.NET's progress channel.</summary>
internal sealed class FitReport : ITrainingObserver, IDisposable
{
    private readonly FitRequest _request;
    private readonly MlpOptions _options;
    private readonly Member _first;
    private readonly IProgressChannel _progress;
    private int _epoch;

    /// <param name="request">Where ML.NET listens.</param>
    /// <param name="options">Where the observers are.</param>
    /// <param name="first">The first member, for the names of what is measured.</param>
    public FitReport(FitRequest request, MlpOptions options, Member first)
    {
        _request = request;
        _options = options;
        _first = first;
        _progress = request.StartProgress("Training");
        _progress.SetHeader(new ProgressHeader(["Training loss", "Validation loss", "Validation metric"], ["epochs"]), entry => entry.SetProgress(0, _epoch, options.Epochs));
    }

    public void FitStarted(FitStart start)
    {
        string ensemble = start.Members == 1 ? "" : $" in each of {start.Members} networks";
        string resumed = start.FirstEpoch == 1 ? "" : $", going on from epoch {start.FirstEpoch}";
        _request.Info($"Training {start.ParameterCount} parameters{ensemble} on {start.TrainingRows} rows of {start.FeatureCount} features, validating on {start.ValidationRows}, with the loss '{_first.Task.Loss}', seed {start.Seed}, on {start.Device}{resumed}.");
        foreach (ITrainingObserver observer in _options.Observers)
            observer.FitStarted(start);
    }

    public void EpochStarted(int epoch)
    {
        foreach (ITrainingObserver observer in _options.Observers)
            observer.EpochStarted(epoch);
    }

    public void EpochEnded(EpochRecord epoch, int member)
    {
        _epoch = epoch.Epoch;
        _progress.Checkpoint(epoch.RunningTrainingLoss, epoch.ValidationLoss, epoch.ValidationMetric, epoch.Epoch);
        string network = _options.Members == 1 ? "" : $", network {member + 1} of {_options.Members}";
        _request.Info(string.Create(CultureInfo.InvariantCulture, $"Epoch {epoch.Epoch} of {_options.Epochs}{network}: training loss {epoch.RunningTrainingLoss:G6}{Validation(epoch)}."));
        foreach (ITrainingObserver observer in _options.Observers)
            observer.EpochEnded(epoch, member);
    }

    public void FitEnded(IReadOnlyList<TrainingHistory> histories)
    {
        foreach (TrainingHistory history in histories)
            _request.Info($"{(history.StopReason == StopReason.EpochsDone ? "Ended" : "Stopped early")} after {history.Epochs.Count} epochs; the model has the weights of epoch {history.BestEpoch}.");
        foreach (ITrainingObserver observer in _options.Observers)
            observer.FitEnded(histories);
    }

    public void Dispose() => _progress.Dispose();

    public void StepTaken(TrainingStep taken)
    {
        foreach (ITrainingObserver observer in _options.Observers)
            observer.StepTaken(taken);
    }

    private string Validation(EpochRecord epoch) =>
        epoch.ValidationLoss is null ? "" : string.Create(CultureInfo.InvariantCulture, $", validation loss {epoch.ValidationLoss:G6}, {_first.MetricName} {epoch.ValidationMetric:G6}");
}
