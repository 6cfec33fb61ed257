using System.Diagnostics;
using MLNet.LossExperiments.Models;
using TorchSharp;

namespace MLNet.LossExperiments.Training;

/// <summary>Trains a cohort: epoch by epoch, until every member has stopped or time is up.</summary>
internal static class TrainingLoop
{
    /// <param name="cohort">The members.</param>
    /// <param name="options">The options that they share.</param>
    /// <param name="checkpointing">Where to start, and what is saved on the way.</param>
    /// <param name="observer">Is told how it goes, but not of steps where the options name no observer.</param>
    /// <param name="checkAlive">Throws when the fit is to end.</param>
    /// <returns>Whether the time limit ended it.</returns>
    /// <exception cref="MlpTrainingException">A loss left the numbers.</exception>
    public static bool Run(Cohort cohort, MlpOptions options, Checkpointing checkpointing, ITrainingObserver observer, Action checkAlive)
    {
        bool isTimeUp = false;
        for (int epoch = checkpointing.FirstEpoch; epoch <= options.Epochs && !isTimeUp && !HaveAllStopped(cohort); epoch++)
        {
            long started = Stopwatch.GetTimestamp();
            observer.EpochStarted(epoch);
            IReadOnlyList<double> losses = cohort.TrainEpoch(epoch, checkAlive, options.Observers.Count == 0 ? null : observer.StepTaken);
            for (int i = 0; i < cohort.Members.Count; i++)
            {
                Member member = cohort.Members[i];
                if (member.HasStopped)
                    continue;
                EpochRecord record = Measure(member, epoch, losses[i], cohort.LearningRates[i], options, started);
                member.Observe(record);
                cohort.Schedules[i].EpochEnded(member.Watched(record) ?? record.RunningTrainingLoss, member.Rows.Validation is not null && member.Monitor.IsHigherBetter);
                observer.EpochEnded(record, i);
            }
            isTimeUp = checkpointing.Elapsed >= options.TimeLimit;
            checkpointing.EpochEnded(epoch, isLast: epoch == options.Epochs || isTimeUp || HaveAllStopped(cohort));
        }
        foreach (Member member in cohort.Members)
            member.Restore();
        return isTimeUp;
    }

    private static bool HaveAllStopped(Cohort cohort) => cohort.Members.All(member => member.HasStopped);

    private static EpochRecord Measure(Member member, int epoch, double runningLoss, double learningRate, MlpOptions options, long started)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        double? trainingLoss = options.MeasureTrainingLoss ? Evaluation.LossOf(member, member.Rows.Training) : null;
        Evaluation? validation = member.Rows.Validation is { } rows ? Evaluation.Of(member, rows) : null;
        ThrowIfNotFinite(runningLoss, "loss of the training rows", member, epoch, options);
        ThrowIfNotFinite(validation?.Loss ?? 0, "loss of the validation rows", member, epoch, options);
        ThrowIfNotFinite(member.Network.Parameters.isfinite().all().item<bool>() ? 0 : double.NaN, "weights' value", member, epoch, options);
        return new EpochRecord(epoch, runningLoss, trainingLoss, validation?.Loss, validation?.Metric, learningRate, Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    private static void ThrowIfNotFinite(double value, string what, Member member, int epoch, MlpOptions options)
    {
        if (double.IsFinite(value))
            return;
        string clipping = options.GradientClippingNorm is null ? "a gradient clipping norm such as 1" : "a smaller gradient clipping norm";
        throw new MlpTrainingException(FormattableString.Invariant(
            $"With the loss '{member.Task.Loss}' the {what} became {(double.IsNaN(value) ? "NaN" : "infinite")} in epoch {epoch}. Try a learning rate smaller than {options.Optimizer.LearningRate}, {clipping}, or normalised features."));
    }
}
