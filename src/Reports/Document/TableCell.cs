namespace MLNet.LossExperiments.Reports;

/// <summary>A cell of a table.</summary>
/// <param name="Text">Its text.</param>
/// <param name="IsStrong">Whether it stands out.</param>
internal readonly record struct TableCell(string Text, bool IsStrong = false)
{
    public static implicit operator TableCell(string text) => new(text);
}
