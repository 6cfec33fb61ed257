using MLNet.LossExperiments.Host.Tables;

namespace MLNet.LossExperiments.Host.Learning;

/// <summary>Decides what is to be learned: a number, or which of two or more classes.</summary>
internal abstract class TaskChoice
{
    /// <summary>What a label must hold, and what to tell a user whose label does not.</summary>
    public abstract ColumnRequest RequestLabel(ColumnCensus label);

    /// <param name="rows">The rows of the dataset that have a label.</param>
    /// <param name="label">The label column.</param>
    /// <exception cref="CommandException">The labels do not serve, or the loss does not fit them.</exception>
    public abstract LearningTask Choose(TableRows rows, string label);
}
