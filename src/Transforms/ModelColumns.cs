using Microsoft.ML;

namespace MLNet.LossExperiments;

/// <summary>What a model takes and gives.</summary>
/// <param name="Inputs">The columns that the predictions depend on; a label that was only needed to learn is none of them.</param>
/// <param name="Predictions">The columns that the trained model, and what follows it, adds.</param>
public sealed record ModelColumns(IReadOnlyList<DataViewSchema.Column> Inputs, IReadOnlyList<DataViewSchema.Column> Predictions);
