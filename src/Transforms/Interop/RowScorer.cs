using Microsoft.ML.Data;
using MLNet.LossExperiments.Scoring;

namespace MLNet.LossExperiments.Interop;

/// <summary>Scores the rows of one ML.NET cursor: owns the buffers, so that no row allocates. For one thread.</summary>
internal sealed class RowScorer(ForwardPass forward)
{
    private readonly float[] _features = new float[forward.FeatureCount];
    private readonly float[] _outputs = new float[forward.OutputCount];
    private readonly float[] _scratch = new float[forward.ScratchLength(1)];

    /// <summary>The outputs of the network for a dense or sparse row; valid until the next call.</summary>
    /// <exception cref="ArgumentException">The row has another number of features than the network.</exception>
    public Span<float> Score(in VBuffer<float> features)
    {
        if (features.Length != _features.Length)
            throw new ArgumentException($"A row has {features.Length} features, but the model was trained with {_features.Length}.", nameof(features));
        ReadOnlySpan<float> row = features.GetValues();
        if (!features.IsDense)
        {
            features.CopyTo(_features);
            row = _features;
        }
        forward.Run(row, 1, _outputs, _scratch);
        return _outputs;
    }
}
