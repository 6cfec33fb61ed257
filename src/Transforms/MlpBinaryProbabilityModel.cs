using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using MLNet.LossExperiments.Export;
using MLNet.LossExperiments.Interop;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Persistence;
using MLNet.LossExperiments.Scoring;

namespace MLNet.LossExperiments;

/// <summary>A fitted multilayer perceptron for binary classification that also gives the probability of the positive class.</summary>
public sealed class MlpBinaryProbabilityModel : MlpBinaryModel, IValueMapperDist, IDistPredictorProducing<float, float>
{
    internal new const string LoaderSignature = "MlpBinaryProbability";

    internal MlpBinaryProbabilityModel(IHostEnvironment env, ModelContent content)
        : base(env, content)
    {
    }

    private MlpBinaryProbabilityModel(IHostEnvironment env, ModelLoadContext context)
        : base(env, context)
    {
    }

    /// <summary>How scores become probabilities, if they were calibrated on validation rows; null where they are log-odds by the loss.</summary>
    public ScoreCalibration? Calibration => Content.Calibration;

    DataViewType IValueMapperDist.DistType => NumberDataViewType.Single;

    internal override VersionInfo VersionInfo => FileVersion;

    private static VersionInfo FileVersion => ModelVersion.Of("MLP BPRO", LoaderSignature);

    /// <summary>The probability of the positive class for one row.</summary>
    /// <param name="features">The features, as many as <see cref="Models.MlpNetwork.FeatureCount"/>, prepared as for training.</param>
    /// <returns>A probability in [0, 1].</returns>
    /// <exception cref="ArgumentException">The number of features is wrong.</exception>
    public float Probability(ReadOnlySpan<float> features) => ProbabilityOf(Score(features));

    ValueMapper<TSource, TScore, TProbability> IValueMapperDist.GetMapper<TSource, TScore, TProbability>()
    {
        var row = new RowScorer(Predictor);
        ValueMapper<VBuffer<float>, float, float> mapper = (in VBuffer<float> features, ref float score, ref float probability) =>
        {
            score = row.Score(features)[0];
            probability = ProbabilityOf(score);
        };
        return (ValueMapper<TSource, TScore, TProbability>)(Delegate)mapper;
    }

    internal static new MlpBinaryProbabilityModel Create(IHostEnvironment env, ModelLoadContext context)
    {
        context.CheckAtModel(FileVersion);
        return new MlpBinaryProbabilityModel(env, context);
    }

    private protected override void SaveProbabilityAsOnnx(OnnxNodeWriter nodes, string score, string output) =>
        nodes.Assign(BinaryNodes.WriteProbability(nodes, score, Calibration), output);

    private float ProbabilityOf(float score) => Calibration?.Probability(score) ?? LinkFunction.Logistic(score);
}
