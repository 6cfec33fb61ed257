using MLNet.LossExperiments.Host.Columns;
using MLNet.LossExperiments.Host.Learning;

namespace MLNet.LossExperiments.Host.Runs;

/// <summary>What came of a training run.</summary>
/// <param name="Tables">The data.</param>
/// <param name="Task">What was learned.</param>
/// <param name="Options">The trainer's options, the seed among them.</param>
/// <param name="Columns">What was learned from.</param>
/// <param name="Sets">The rows.</param>
/// <param name="Start">What the trainer said when it began.</param>
/// <param name="Pipeline">The model.</param>
/// <param name="Measured">How good it is.</param>
/// <param name="Elapsed">How long it all took.</param>
internal sealed record TrainingOutcome(
    LabeledTables Tables,
    LearningTask Task,
    MlpOptions Options,
    FeatureSelection Columns,
    DataSets Sets,
    FitStart Start,
    FittedPipeline Pipeline,
    IReadOnlyList<MeasuredSet> Measured,
    TimeSpan Elapsed);
