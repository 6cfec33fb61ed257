namespace MLNet.LossExperiments.Host.Descriptions;

/// <summary>What is in a file.</summary>
/// <param name="Rows">The number of rows.</param>
/// <param name="Columns">Its columns; of images only those that are no pixels.</param>
/// <param name="ColumnCount">The number of all columns.</param>
/// <param name="Pixels">Where the pixels lie; null where the rows are no images.</param>
/// <param name="Label">The name of the label; null where none is known.</param>
/// <param name="Classes">How many rows each class has, where the label names classes; empty otherwise.</param>
internal sealed record DataDescription(int Rows, IReadOnlyList<ColumnSummary> Columns, int ColumnCount, PixelSummary? Pixels, string? Label, IReadOnlyList<ValueCount> Classes);
