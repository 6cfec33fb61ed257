using MLNet.LossExperiments.Host.Formats;

namespace MLNet.LossExperiments.Host.Columns;

/// <summary>A column that is learned from.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="IsIndicated">Whether values are missing in the training set, so that a network can learn what that means.</param>
/// <param name="IsHashed">Whether its categories are so many that several share a slot.</param>
internal sealed record Feature(string Name, ColumnKind Kind, bool IsIndicated, bool IsHashed = false)
{
    /// <summary>Whether the mean of the training rows stands in for missing values. Always so but in categories, since any new row may lack a value.</summary>
    public bool IsFilled => Kind != ColumnKind.Category;

    /// <summary>Of a category with rare values the others, in order: rare values get no slots of their own. Null where each value has one.</summary>
    public FrequentValues? Frequent { get; init; }
}
