using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using MLNet.LossExperiments.Interop;
using MLNet.LossExperiments.Persistence;
using MLNet.LossExperiments.Scoring;

namespace MLNet.LossExperiments;

/// <summary>A fitted multilayer perceptron for multiclass classification. Scores in managed code; needs no libtorch.</summary>
public sealed class MlpMulticlassModel : MlpModelParameters<VBuffer<float>>
{
    internal const string LoaderSignature = "MlpMulticlassModel";

    internal MlpMulticlassModel(IHostEnvironment env, ModelContent content)
        : base(env, LoaderSignature, content)
    {
    }

    private MlpMulticlassModel(IHostEnvironment env, ModelLoadContext context)
        : base(env, LoaderSignature, context)
    {
    }

    /// <summary>The number of classes, which is the length of a score.</summary>
    public int ClassCount => Network.OutputCount;

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
        BatchScorer.Run(Forward, features, scores.Length / ClassCount, scores);
        for (int start = 0; start < scores.Length; start += ClassCount)
            LinkFunction.Apply(Link, scores.Slice(start, ClassCount));
    }

    internal static MlpMulticlassModel Create(IHostEnvironment env, ModelLoadContext context)
    {
        context.CheckAtModel(FileVersion);
        return new MlpMulticlassModel(env, context);
    }

    internal override ValueMapper<VBuffer<float>, VBuffer<float>> CreateMapper(RowScorer row) =>
        (in VBuffer<float> features, ref VBuffer<float> scores) =>
        {
            Span<float> outputs = row.Score(features);
            LinkFunction.Apply(Link, outputs);
            VBufferEditor<float> editor = VBufferEditor.Create(ref scores, outputs.Length);
            outputs.CopyTo(editor.Values);
            scores = editor.Commit();
        };
}
