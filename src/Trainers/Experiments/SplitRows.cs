using MLNet.LossExperiments.Data;
using MLNet.LossExperiments.Interop;
using MLNet.LossExperiments.Training;

namespace MLNet.LossExperiments.Experiments;

/// <summary>The rows of a split, prepared and read.</summary>
/// <param name="Split">The split.</param>
/// <param name="Columns">The columns.</param>
/// <param name="Training">The rows to train on.</param>
/// <param name="Test">The rows held out.</param>
/// <param name="Kept">Those of which predictions are kept; null where none are.</param>
internal sealed record SplitRows(Split Split, FitRows Columns, FitRowSets Training, RowTable Test, KeptRows? Kept)
{
    /// <summary>The bytes that they take.</summary>
    public long Size => 4L * (Columns.FeatureCount + 2) * (Training.Summary.RowCount + (Training.Validation?.Count ?? 0) + Test.Count);
}
