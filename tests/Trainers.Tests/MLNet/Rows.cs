using Microsoft.ML.Data;

namespace MLNet.LossExperiments.Tests.MLNet;

#pragma warning disable CA1819 // Rows of ML.NET have arrays, and belong together.

internal sealed class NumberRow
{
    [VectorType(2)]
    public float[] Features { get; set; } = [];

    public float Label { get; set; }

    public float Weight { get; set; } = 1;
}

internal sealed class ColourRow
{
    [VectorType(2)]
    public float[] Features { get; set; } = [];

    public string Colour { get; set; } = "";
}

internal sealed class ShareRow
{
    [VectorType(2)]
    public float[] Features { get; set; } = [];

    [VectorType(3)]
    public float[] Label { get; set; } = [];

    public uint Class { get; set; }
}

internal sealed class ScoreRow
{
    public float Score { get; set; }
}

internal sealed class BinaryPrediction
{
    public float Score { get; set; }

    public float Probability { get; set; }

    public bool PredictedLabel { get; set; }
}

internal sealed class ColourPrediction
{
    public float[] Score { get; set; } = [];

    public string Predicted { get; set; } = "";
}
