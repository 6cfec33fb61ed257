using MLNet.LossExperiments.Experiments;
using MLNet.LossExperiments.Host.Columns;
using MLNet.LossExperiments.Host.Learning;
using MLNet.LossExperiments.Host.Tables;

namespace MLNet.LossExperiments.Host.Runs;

/// <summary>What came of a comparison.</summary>
/// <param name="Task">The task.</param>
/// <param name="Tables">The data.</param>
/// <param name="Labeled">Its rows that have a label, which were compared on.</param>
/// <param name="Columns">Those that were learned from.</param>
/// <param name="Experiment">The experiment.</param>
/// <param name="Comparison">What it found out.</param>
/// <param name="Model">The best, fitted to all rows; null where every cell failed.</param>
/// <param name="FinishedBefore">The number of cells that an earlier run had finished.</param>
/// <param name="Elapsed">How long it took.</param>
internal sealed record ComparisonOutcome(LearningTask Task, LabeledTables Tables, TableRows Labeled, FeatureSelection Columns, LossExperiment Experiment, LossComparison Comparison, FittedPipeline? Model, int FinishedBefore, TimeSpan Elapsed)
{
    /// <summary>What the columns are for.</summary>
    public ColumnRoles Roles => Tables.Roles;
}
