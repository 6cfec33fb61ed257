using MLNet.LossExperiments.Host.Formats;

namespace MLNet.LossExperiments.Host.Tables;

/// <summary>A column that is to be read.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it must hold.</param>
/// <param name="Remedy">What to say to a user after "'x' is not a number".</param>
internal sealed record ColumnRequest(string Name, ColumnKind Kind, string Remedy);
