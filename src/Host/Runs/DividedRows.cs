using MLNet.LossExperiments.Host.Columns;
using MLNet.LossExperiments.Host.Learning;
using MLNet.LossExperiments.Host.Splits;
using MLNet.LossExperiments.Host.Tables;

namespace MLNet.LossExperiments.Host.Runs;

/// <summary>The data of a run, divided.</summary>
/// <param name="Tables">The data.</param>
/// <param name="Task">What is learned.</param>
/// <param name="Seed">What fixed the division.</param>
/// <param name="Shares">How the dataset was divided.</param>
/// <param name="Sets">The rows.</param>
internal sealed record DividedRows(LabeledTables Tables, LearningTask Task, int Seed, SplitShares Shares, DataSets Sets)
{
    /// <summary>The best rows to measure on that there are: those that training knew least of.</summary>
    public (string Name, TableRows Rows) HeldOut => Sets switch
    {
        { Test.Count: > 0 } => ("test", Sets.Test),
        { Validation.Count: > 0 } => ("validation", Sets.Validation),
        _ => ("training", Sets.Training),
    };

    /// <summary>The columns that are learned from.</summary>
    /// <param name="mostCategories">From how many categories on they are hashed.</param>
    /// <exception cref="CommandException">None is left.</exception>
    public FeatureSelection SelectColumns(int mostCategories) => FeatureSelection.From(Tables.Roles.Features, Tables.Wanted, mostCategories, Sets.Training);
}
