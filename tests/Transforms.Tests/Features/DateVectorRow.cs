#pragma warning disable CA1819 // Rows of ML.NET have arrays.

namespace MLNet.LossExperiments.Tests.Features;

public sealed class DateVectorRow
{
    public float[] Date { get; set; } = [];
}
