using Microsoft.ML.Data;
using MLNet.LossExperiments.Scoring;

namespace MLNet.LossExperiments.Interop;

/// <summary>Predicts the rows of one ML.NET cursor: owns the buffers, so that no row allocates. For one thread.</summary>
internal sealed class RowScorer(Predictor predictor)
{
    private readonly float[] _features = new float[predictor.FeatureCount];
    private readonly float[] _prediction = new float[predictor.Width];
    private readonly float[] _scratch = new float[predictor.ScratchLength(1)];

    /// <summary>The predictions for a dense or sparse row; valid until the next call.</summary>
    /// <exception cref="ArgumentException">The row has another number of features than the network.</exception>
    public ReadOnlySpan<float> Score(in VBuffer<float> features)
    {
        if (features.Length != _features.Length)
            throw new ArgumentException($"A row has {features.Length} features, but the model was trained with {_features.Length}.", nameof(features));
        ReadOnlySpan<float> row = features.GetValues();
        if (!features.IsDense)
        {
            features.CopyTo(_features);
            row = _features;
        }
        predictor.Run(row, 1, _prediction, _scratch);
        return _prediction;
    }
}
