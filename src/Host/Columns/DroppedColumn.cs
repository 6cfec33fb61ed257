namespace MLNet.LossExperiments.Host.Columns;

/// <summary>A column that is not learned from, though the user did not say so.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Reason">What it has that cannot be used.</param>
/// <param name="IsSurprising">Whether a user may miss it: it holds something, but not in a form that a network can use.</param>
internal sealed record DroppedColumn(string Name, string Reason, bool IsSurprising);
