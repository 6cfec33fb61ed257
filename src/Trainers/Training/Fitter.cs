using MLNet.LossExperiments.Interop;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Native;
using MLNet.LossExperiments.Network;
using MLNet.LossExperiments.Persistence;
using TorchSharp;

namespace MLNet.LossExperiments.Training;

/// <summary>Fits one network for an ML.NET trainer: reads the rows, trains a cohort of one, freezes it.</summary>
internal static class Fitter
{
    public static ModelContent Fit(FitRequest request, LearningTask task, MlpOptions options, int seed)
    {
        void CheckAlive()
        {
            options.CancellationToken.ThrowIfCancellationRequested();
            request.CheckAlive();
        }

        CheckAlive();
        LibTorch.EnsureLoaded();
        using DisposeScope scope = torch.NewDisposeScope();
        torch.Device device = DeviceChoice.Resolve(options.Device);
        using var random = new MemberRandom(seed, device);
        FitRowSets rows = FitRowSets.Read(request, task, options, random.Split, device, CheckAlive);

        var shape = new NetworkShape(request.Training.FeatureCount, options.HiddenSizes, task.OutputCount(request.Training), options.BatchNormalization);
        CohortNetwork network = CohortNetwork.Create(shape, options.Activation, [random], device);
        EarlyStopping? stopping = options.Patience is { } patience && rows.Validation is not null
            ? new EarlyStopping(patience, options.Monitor == Monitor.Metric && task.Metric.IsHigherBetter)
            : null;
        var member = new Member(task, random, rows.Training, rows.Validation, stopping, network);
        var cohort = new Cohort(network, [member], new DropoutMasks(options.Dropout, [random.Dropout]), options);

        using var report = new FitReport(request, options, task);
        report.Started(new FitStart(options.Epochs, rows.Training.Count, rows.Validation?.Count ?? 0, rows.SkippedCount, shape.FeatureCount, shape.ParameterCount, device.ToString(), seed));
        TrainingLoop.Run(cohort, options, CheckAlive, (_, epoch) => report.EpochEnded(epoch));
        var history = new TrainingHistory(
            task.Loss.Name, task.Metric.Name, seed, member.BestEpoch, member.HasStopped ? StopReason.NoImprovement : StopReason.EpochsDone, rows.Training.Count, rows.Validation?.Count ?? 0, rows.SkippedCount, member.Epochs);
        report.Ended(history);
        return new ModelContent([new FittedMember(Freezing.Freeze(shape, options.Activation, member.Output, network.Parameters, network.Buffers), history)], new PredictionForm(task.Loss.Link, 1, []));
    }
}
