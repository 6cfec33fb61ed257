using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using MLNet.LossExperiments.Export;
using MLNet.LossExperiments.Interop;
using MLNet.LossExperiments.Persistence;
using MLNet.LossExperiments.Scoring;

namespace MLNet.LossExperiments;

/// <summary>
/// A fitted multilayer perceptron for binary classification. Its score is positive for the positive class. Trained with a loss whose scores are
/// probabilities, or calibrated, it is a <see cref="MlpBinaryProbabilityModel"/>. Scores in managed code; needs no libtorch.
/// </summary>
public class MlpBinaryModel : MlpModelParameters<float>
{
    internal const string LoaderSignature = "MlpBinaryModel";

    internal MlpBinaryModel(IHostEnvironment env, ModelContent content)
        : base(env, LoaderSignature, content) => Predictor = new BinaryPredictor(content.Members, content.Form);

    private protected MlpBinaryModel(IHostEnvironment env, ModelLoadContext context)
        : base(env, LoaderSignature, context) => Predictor = new BinaryPredictor(Content.Members, Content.Form);

    internal override DataViewType OutputType => NumberDataViewType.Single;

    internal override VersionInfo VersionInfo => FileVersion;

    internal BinaryPredictor Predictor { get; }

    private protected override PredictionKind PredictionKind => PredictionKind.BinaryClassification;

    private static VersionInfo FileVersion => ModelVersion.Of("MLP BINA", LoaderSignature);

    /// <summary>Scores one row. Thread-safe.</summary>
    /// <param name="features">The features, as many as <see cref="Models.MlpNetwork.FeatureCount"/>, prepared as for training.</param>
    /// <returns>The raw score, above 0 for the positive class; the log-odds where the loss gives probabilities.</returns>
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
    public void ScoreBatch(ReadOnlySpan<float> features, Span<float> scores) => BatchScorer.Run(Predictor, features, scores.Length, scores);

    internal static MlpBinaryModel Create(IHostEnvironment env, ModelLoadContext context)
    {
        context.CheckAtModel(FileVersion);
        return new MlpBinaryModel(env, context);
    }

    /// <inheritdoc/>
    internal override void SaveAsOnnx(OnnxNodeWriter nodes, string features, string[] outputs)
    {
        // The predicted label is the scorer's own business, which knows the threshold.
        string score = BinaryNodes.WriteScore(nodes, features, Content.Members, Content.Form);
        nodes.Assign(score, outputs.Length == 1 ? outputs[0] : outputs[1]);
        if (outputs.Length > 2)
            SaveProbabilityAsOnnx(nodes, score, outputs[2]);
    }

    private protected virtual void SaveProbabilityAsOnnx(OnnxNodeWriter nodes, string score, string output)
    {
    }

    internal override Delegate CreateMapper()
    {
        var row = new RowScorer(Predictor);
        return (ValueMapper<VBuffer<float>, float>)((in VBuffer<float> features, ref float score) => score = row.Score(features)[0]);
    }
}
