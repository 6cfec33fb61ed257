using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using MLNet.LossExperiments.Interop;
using MLNet.LossExperiments.Persistence;
using MLNet.LossExperiments.Scoring;

namespace MLNet.LossExperiments;

/// <summary>A fitted multilayer perceptron for regression. Scores in managed code; needs no libtorch.</summary>
public sealed class MlpRegressionModel : MlpModelParameters<float>
{
    internal const string LoaderSignature = "MlpRegressionModel";

    internal MlpRegressionModel(IHostEnvironment env, ModelContent content)
        : base(env, LoaderSignature, content)
    {
    }

    private MlpRegressionModel(IHostEnvironment env, ModelLoadContext context)
        : base(env, LoaderSignature, context)
    {
    }

    internal override DataViewType OutputType => NumberDataViewType.Single;

    internal override VersionInfo VersionInfo => FileVersion;

    private protected override PredictionKind PredictionKind => PredictionKind.Regression;

    private static VersionInfo FileVersion => ModelVersion.Of("MLP REGR", LoaderSignature);

    /// <summary>Predicts the target of one row.</summary>
    /// <param name="features">The features, as many as <see cref="Models.MlpNetwork.FeatureCount"/>, prepared as for training.</param>
    /// <returns>The prediction, in units of the label.</returns>
    /// <exception cref="ArgumentException">The number of features is wrong.</exception>
    public float Score(ReadOnlySpan<float> features)
    {
        float score = 0;
        ScoreBatch(features, new Span<float>(ref score));
        return score;
    }

    /// <summary>Predicts the targets of many rows at once, which is faster than one by one and gives the same values to the bit. Thread-safe.</summary>
    /// <param name="features">The features of all rows, row after row: [rows, <see cref="Models.MlpNetwork.FeatureCount"/>].</param>
    /// <param name="scores">Receives the predictions; its length says how many rows there are.</param>
    /// <exception cref="ArgumentException">The number of features is not rows · <see cref="Models.MlpNetwork.FeatureCount"/>.</exception>
    public void ScoreBatch(ReadOnlySpan<float> features, Span<float> scores) => BatchScorer.Run(Forward, features, scores.Length, scores);

    internal static MlpRegressionModel Create(IHostEnvironment env, ModelLoadContext context)
    {
        context.CheckAtModel(FileVersion);
        return new MlpRegressionModel(env, context);
    }

    internal override ValueMapper<VBuffer<float>, float> CreateMapper(RowScorer row) =>
        (in VBuffer<float> features, ref float score) => score = row.Score(features)[0];
}
