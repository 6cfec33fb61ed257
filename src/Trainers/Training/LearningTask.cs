using MLNet.LossExperiments.Data;
using MLNet.LossExperiments.Interop;
using MLNet.LossExperiments.Losses;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Network;

namespace MLNet.LossExperiments.Training;

/// <summary>What distinguishes one task from another while training: the labels, the outputs, the loss and the metric.</summary>
internal abstract record LearningTask(Loss Loss, Metric Metric, bool IsStratified)
{
    public abstract TargetKind TargetKind(FitRows rows);

    /// <summary>The number of outputs that the network needs.</summary>
    /// <exception cref="MlpTrainingException">The label column cannot be learnt.</exception>
    public abstract int OutputCount(FitRows rows);

    /// <summary>What happens to the outputs of the network, given the rows that it is trained on.</summary>
    public virtual OutputTransform OutputTransform(RowTable training) => new(OutputRange.Identity);

    /// <summary>What is remarkable about the labels, to be warned of; null if nothing is.</summary>
    public virtual string? FindOddity(RowTable rows, string labelColumn) => null;
}
