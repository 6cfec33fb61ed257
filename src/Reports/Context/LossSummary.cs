namespace MLNet.LossExperiments.Reports;

/// <summary>A loss, for people.</summary>
/// <param name="Name">Its name in the catalog, with its parameters: <c>huber:delta=1</c>.</param>
/// <param name="Formula">What it charges for one row, as text: <c>½(y − ŷ)² up to δ, then δ(|y − ŷ| − ½δ)</c>; null where none was given.</param>
/// <param name="Meaning">What minimises it, or what it is for, in a sentence; null where nobody said.</param>
public sealed record LossSummary(string Name, string? Formula = null, string? Meaning = null);
