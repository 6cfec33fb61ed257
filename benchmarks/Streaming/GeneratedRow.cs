using Microsoft.ML.Data;

namespace MLNet.LossExperiments.Streaming;

internal sealed class GeneratedRow
{
    public VBuffer<float> Features { get; set; }

    public float Label { get; set; }
}
