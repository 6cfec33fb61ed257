using MLNet.LossExperiments.Interop;
using MLNet.LossExperiments.Network;
using MLNet.LossExperiments.Training;

namespace MLNet.LossExperiments.Experiments;

/// <summary>A cell that is about to be trained.</summary>
/// <param name="Setting">What it is trained with.</param>
/// <param name="Options">The trainer's options for it.</param>
/// <param name="Task">What it learns.</param>
/// <param name="Rows">Its rows.</param>
internal sealed record PlannedCell(ExperimentSetting Setting, MlpOptions Options, LearningTask Task, SplitRows Rows)
{
    public NetworkShape Shape => new(Columns.FeatureCount, Options.HiddenSizes, Task.OutputCount(Columns), Options.BatchNormalization);

    /// <summary>The rows of a step.</summary>
    public int BatchSize => Options.Optimizer.IsFullBatch ? Rows.Training.Training.Count : Math.Min(Options.BatchSize, Rows.Training.Training.Count);

    /// <summary>What cells must have in common to be trained together: everything that a tensor of all of them has a size for. Preparation is fitted anew for each split, so that features and classes can differ between splits.</summary>
    public (string HiddenSizes, int Features, int Outputs, int Targets, int TrainingRows, int? ValidationRows) Kind =>
        (Setting.HiddenSizes, Columns.FeatureCount, Task.OutputCount(Columns), Task.TargetRule(Columns).Width, Rows.Training.Training.Count, Rows.Training.Validation?.Count);

    private FitRows Columns => Rows.Columns;
}
