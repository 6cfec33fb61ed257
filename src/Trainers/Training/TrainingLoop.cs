using System.Diagnostics;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Training;

/// <summary>Trains a cohort: epoch by epoch, until every member has stopped or time is up.</summary>
/// <param name="cohort">The members.</param>
/// <param name="options">The options that they share.</param>
/// <param name="checkpointing">Where to start, and what is saved on the way.</param>
/// <param name="observer">Is told how it goes, but not of steps where the options name no observer.</param>
/// <param name="checkAlive">Throws when the fit is to end.</param>
internal sealed class TrainingLoop(Cohort cohort, MlpOptions options, Checkpointing checkpointing, ITrainingObserver observer, Action checkAlive)
{
    /// <summary>Whether members are experiments of their own: the failure of one is noted and leaves the others alone.</summary>
    public bool AreMembersApart { get; init; }

    /// <returns>Whether the time limit ended it.</returns>
    /// <exception cref="MlpTrainingException">A loss left the numbers.</exception>
    public bool Run()
    {
        bool isTimeUp = false;
        using LibTorchThreads? threads = cohort.IsSmall ? LibTorchThreads.One() : null;
        for (int epoch = checkpointing.FirstEpoch; epoch <= options.Epochs && !isTimeUp && !HaveAllStopped; epoch++)
        {
            long started = Stopwatch.GetTimestamp();
            observer.EpochStarted(epoch);
            IReadOnlyList<double> losses = cohort.TrainEpoch(epoch, checkAlive, options.Observers.Count == 0 ? null : observer.StepTaken);
            ThrowIfFailed();
            Measure(epoch, losses, started);
            ThrowIfFailed();
            isTimeUp = checkpointing.Elapsed >= options.TimeLimit;
            checkpointing.EpochEnded(epoch, isLast: epoch == options.Epochs || isTimeUp || HaveAllStopped);
            // What a checkpoint is put back into keeps its shape.
            if (!checkpointing.IsOn)
                cohort.LetGo();
        }
        foreach (Member member in cohort.Members)
            member.Restore();
        return isTimeUp;
    }

    private bool HaveAllStopped => cohort.Members.All(member => member.HasStopped);

    private void Measure(int epoch, IReadOnlyList<double> runningLosses, long started)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Evaluation evaluation = cohort.Evaluation;
        IReadOnlyList<double>? trainingLosses = options.MeasureTrainingLoss ? evaluation.Losses(cohort.TrainingRows) : null;
        IReadOnlyList<(double Loss, double? Metric)>? validation = cohort.ValidationRows is { } rows ? evaluation.LossesAndMetrics(rows) : null;
        IReadOnlyList<bool> areFinite = cohort.AreFinite;
        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds / (AreMembersApart ? cohort.Members.Count : 1);
        for (int i = 0; i < cohort.Members.Count; i++)
        {
            Member member = cohort.Members[i];
            if (member.HasStopped)
                continue;
            var record = new EpochRecord(epoch, runningLosses[i], trainingLosses?[i], validation?[i].Loss, validation?[i].Metric, cohort.LearningRates[i], seconds);
            member.Failure = FindFailure(member, record, areFinite[i]);
            if (member.Failure is not null)
                continue;
            member.Observe(record);
            cohort.Schedules[i].EpochEnded(member.Watched(record) ?? record.RunningTrainingLoss, member.Rows.Validation is not null && member.Monitor.IsHigherBetter);
            observer.EpochEnded(record, member.Number);
        }
    }

    private void ThrowIfFailed()
    {
        if (!AreMembersApart && cohort.Members.FirstOrDefault(member => member.Failure is not null) is { } failed)
            throw failed.Failure!;
    }

    private MlpTrainingException? FindFailure(Member member, EpochRecord record, bool areWeightsFinite) =>
        FindFailure(record.RunningTrainingLoss, "loss of the training rows", member, record.Epoch)
        ?? FindFailure(record.ValidationLoss ?? 0, "loss of the validation rows", member, record.Epoch)
        ?? FindFailure(areWeightsFinite ? 0 : double.NaN, "weights' value", member, record.Epoch)
        ?? MonitorFault.Find(member, record);

    private MlpTrainingException? FindFailure(double value, string what, Member member, int epoch)
    {
        if (double.IsFinite(value))
            return null;
        string clipping = options.GradientClippingNorm is null ? "a gradient clipping norm such as 1" : "a smaller gradient clipping norm";
        return new MlpTrainingException(FormattableString.Invariant(
            $"With the loss '{member.Task.Loss}' the {what} became {(double.IsNaN(value) ? "NaN" : "infinite")} in epoch {epoch}. Try a learning rate smaller than {member.LearningRate}, {clipping}, or scaled features (InputScaling)."));
    }
}
