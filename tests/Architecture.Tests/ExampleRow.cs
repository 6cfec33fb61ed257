using Microsoft.ML.Data;

namespace MLNet.LossExperiments.Architecture.Tests;

#pragma warning disable CA1819 // Rows of ML.NET have arrays.

internal sealed class ExampleRow
{
    [VectorType(3)]
    public float[] Features { get; set; } = [];

    public float Target { get; set; }

    public int Class { get; set; }
}
