using MLNet.LossExperiments.Host.Columns;
using MLNet.LossExperiments.Host.Learning;

namespace MLNet.LossExperiments.Host.Runs;

/// <summary>What came of a training run.</summary>
/// <param name="Division">The data, and which rows served for what.</param>
/// <param name="Options">The trainer's options, the seed among them.</param>
/// <param name="Columns">What was learned from.</param>
/// <param name="Start">What the trainer said when it began.</param>
/// <param name="Pipeline">The model.</param>
/// <param name="Measured">How good it is.</param>
/// <param name="Elapsed">How long it all took.</param>
internal sealed record TrainingOutcome(
    DividedRows Division,
    MlpOptions Options,
    FeatureSelection Columns,
    FitStart Start,
    FittedPipeline Pipeline,
    IReadOnlyList<MeasuredSet> Measured,
    TimeSpan Elapsed)
{
    /// <summary>The data.</summary>
    public LabeledTables Tables => Division.Tables;

    /// <summary>What was learned.</summary>
    public LearningTask Task => Division.Task;

    /// <summary>The rows.</summary>
    public DataSets Sets => Division.Sets;
}
