using MLNet.LossExperiments.Host.Models;

namespace MLNet.LossExperiments.Host.Output;

/// <summary>What rows lack in a column that a model takes, or have that its training did not know.</summary>
/// <param name="Column">The column.</param>
/// <param name="Missing">The rows without a value.</param>
/// <param name="Unknown">The rows with a value that training did not know.</param>
/// <param name="Example">The first such value; null where there is none.</param>
internal sealed record NewValues(string Column, long Missing, long Unknown, string? Example)
{
    /// <summary>Those of the columns that have any.</summary>
    public static IReadOnlyList<NewValues> Of(IEnumerable<ColumnTally> tallies) =>
        [.. tallies.Where(tally => tally.Missing + tally.Unknown > 0).Select(tally => new NewValues(tally.Name, tally.Missing, tally.Unknown, tally.Example))];
}
