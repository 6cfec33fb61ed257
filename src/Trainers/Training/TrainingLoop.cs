using System.Diagnostics;
using MLNet.LossExperiments.Models;
using TorchSharp;

namespace MLNet.LossExperiments.Training;

/// <summary>Trains a cohort: epoch by epoch, until every member has stopped.</summary>
internal static class TrainingLoop
{
    /// <param name="cohort">The members.</param>
    /// <param name="options">The options that they share.</param>
    /// <param name="checkAlive">Throws when the fit is to end.</param>
    /// <param name="observe">Is told each epoch of each member.</param>
    /// <exception cref="MlpTrainingException">A loss left the numbers.</exception>
    public static void Run(Cohort cohort, MlpOptions options, Action checkAlive, Action<Member, EpochRecord> observe)
    {
        for (int epoch = 1; epoch <= options.Epochs && !cohort.Members.All(member => member.HasStopped); epoch++)
        {
            long started = Stopwatch.GetTimestamp();
            IReadOnlyList<double> losses = cohort.TrainEpoch(checkAlive);
            for (int i = 0; i < cohort.Members.Count; i++)
            {
                Member member = cohort.Members[i];
                if (member.HasStopped)
                    continue;
                EpochRecord record = Measure(member, epoch, losses[i], options, started);
                member.Observe(record, options.Monitor);
                observe(member, record);
            }
        }
        foreach (Member member in cohort.Members)
            member.Restore();
    }

    private static EpochRecord Measure(Member member, int epoch, double runningLoss, MlpOptions options, long started)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        double? trainingLoss = options.MeasureTrainingLoss ? Evaluation.Of(member, member.Training).Loss : null;
        Evaluation? validation = member.Validation is { } rows ? Evaluation.Of(member, rows) : null;
        ThrowIfNotFinite(runningLoss, "loss of the training rows", member, epoch, options);
        ThrowIfNotFinite(validation?.Loss ?? 0, "loss of the validation rows", member, epoch, options);
        ThrowIfNotFinite(member.Network.Parameters.isfinite().all().item<bool>() ? 0 : double.NaN, "weights' value", member, epoch, options);
        return new EpochRecord(epoch, runningLoss, trainingLoss, validation?.Loss, validation?.Metric, options.Optimizer.LearningRate, Stopwatch.GetElapsedTime(started).TotalSeconds);
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
