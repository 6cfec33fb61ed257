using MLNet.LossExperiments.Host.Tables;

namespace MLNet.LossExperiments.Host.Writing;

/// <summary>The column of a table that names classes.</summary>
/// <param name="Place">Its place.</param>
/// <param name="Folding">Which spellings are one class.</param>
internal sealed record ClassLabel(int Place, ClassFolding Folding);
