using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using MLNet.LossExperiments.Export;
using MLNet.LossExperiments.Interop;
using MLNet.LossExperiments.Persistence;
using MLNet.LossExperiments.Scoring;

namespace MLNet.LossExperiments;

/// <summary>A fitted multilayer perceptron for multiclass classification. Scores in managed code; needs no libtorch.</summary>
public sealed class MlpMulticlassModel : MlpModelParameters<VBuffer<float>>
{
    internal const string LoaderSignature = "MlpMulticlassModel";

    private readonly MulticlassPredictor _predictor;

    internal MlpMulticlassModel(IHostEnvironment env, ModelContent content)
        : base(env, LoaderSignature, content) => _predictor = new MulticlassPredictor(content.Members, content.Form);

    private MlpMulticlassModel(IHostEnvironment env, ModelLoadContext context)
        : base(env, LoaderSignature, context) => _predictor = new MulticlassPredictor(Content.Members, Content.Form);

    /// <summary>The number of classes, which is the length of a score.</summary>
    public int ClassCount => _predictor.Width;

    internal override DataViewType OutputType => new VectorDataViewType(NumberDataViewType.Single, ClassCount);

    internal override VersionInfo VersionInfo => FileVersion;

    private protected override PredictionKind PredictionKind => PredictionKind.MulticlassClassification;

    private static VersionInfo FileVersion => ModelVersion.Of("MLP MULT", LoaderSignature);

    /// <summary>Scores the classes for one row, or for many rows at once: row by row or together gives the same values to the bit. Thread-safe.</summary>
    /// <param name="features">The features of all rows, row after row: [rows, <see cref="Models.MlpNetwork.FeatureCount"/>], prepared as for training.</param>
    /// <param name="scores">Receives the scores, [rows, <see cref="ClassCount"/>]: probabilities that sum to 1 where the loss gives them.</param>
    /// <exception cref="ArgumentException">The lengths do not fit each other.</exception>
    public void Score(ReadOnlySpan<float> features, Span<float> scores)
    {
        if (scores.Length % ClassCount != 0)
            throw new ArgumentException($"The scores of a model with {ClassCount} classes have a multiple of {ClassCount} places, not {scores.Length}.", nameof(scores));
        BatchScorer.Run(_predictor, features, scores.Length / ClassCount, scores);
    }

    internal static MlpMulticlassModel Create(IHostEnvironment env, ModelLoadContext context)
    {
        context.CheckAtModel(FileVersion);
        return new MlpMulticlassModel(env, context);
    }

    /// <inheritdoc/>
    internal override void SaveAsOnnx(OnnxNodeWriter nodes, string features, string[] outputs)
    {
        string scores = MulticlassNodes.WriteScores(nodes, features, Content.Members, Content.Form);
        nodes.Assign(scores, outputs[^1]);
        if (outputs.Length > 1)
            nodes.Assign(MulticlassNodes.WriteKey(nodes, scores), outputs[0]);
    }

    internal override Delegate CreateMapper()
    {
        var row = new RowScorer(_predictor);
        return (ValueMapper<VBuffer<float>, VBuffer<float>>)((in VBuffer<float> features, ref VBuffer<float> scores) => VectorValue.Set(ref scores, row.Score(features)));
    }
}
