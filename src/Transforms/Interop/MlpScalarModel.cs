using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using MLNet.LossExperiments.Persistence;
using MLNet.LossExperiments.Scoring;

namespace MLNet.LossExperiments.Interop;

/// <summary>A fitted model with one score for each row: for regression the prediction, for binary classification the raw score. Not to be derived from outside this product.</summary>
public abstract class MlpScalarModel : MlpModelParameters<float>
{
    internal MlpScalarModel(IHostEnvironment env, string name, ModelContent content)
        : base(env, name, content)
    {
    }

    internal MlpScalarModel(IHostEnvironment env, string name, ModelLoadContext context)
        : base(env, name, context)
    {
    }

    internal override DataViewType OutputType => NumberDataViewType.Single;

    /// <summary>Scores one row. Thread-safe.</summary>
    /// <param name="features">The features, as many as <see cref="Models.MlpNetwork.FeatureCount"/>, prepared as for training.</param>
    /// <returns>For regression the prediction in units of the label; for binary classification the raw score, above 0 for the positive class (the log-odds where the loss gives probabilities).</returns>
    /// <exception cref="ArgumentException">The number of features is wrong.</exception>
    public float Score(ReadOnlySpan<float> features)
    {
        float score = 0;
        ScoreBatch(features, new Span<float>(ref score));
        return score;
    }

    /// <summary>Scores many rows at once, which is faster than one by one and gives the same values to the bit. Thread-safe.</summary>
    /// <param name="features">The features of all rows, row after row: [rows, <see cref="Models.MlpNetwork.FeatureCount"/>].</param>
    /// <param name="scores">Receives the score of each row; its length says how many rows there are.</param>
    /// <exception cref="ArgumentException">The number of features is not rows · <see cref="Models.MlpNetwork.FeatureCount"/>.</exception>
    public void ScoreBatch(ReadOnlySpan<float> features, Span<float> scores) => BatchScorer.Run(Forward, features, scores.Length, scores);

    internal override ValueMapper<VBuffer<float>, float> CreateMapper(RowScorer row) =>
        (in VBuffer<float> features, ref float score) => score = row.Score(features)[0];
}
