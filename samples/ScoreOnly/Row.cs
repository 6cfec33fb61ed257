namespace ScoreOnly;

#pragma warning disable CA1819 // Rows of ML.NET have arrays.

internal sealed class Row
{
    public float[] Features { get; set; } = [];
}
