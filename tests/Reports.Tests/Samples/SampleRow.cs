using Microsoft.ML.Data;

namespace MLNet.LossExperiments.Reports.Tests.Samples;

/// <summary>A row as ML.NET's trainers take it.</summary>
internal sealed class SampleRow
{
    public float[] Features { get; set; } = [];

    public float Number { get; set; }

    public bool Flag { get; set; }

    [KeyType(10)]
    public uint Key { get; set; }
}
