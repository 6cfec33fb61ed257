using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Model.OnnxConverter;
using Microsoft.ML.Runtime;
using MLNet.LossExperiments.Export;
using MLNet.LossExperiments.Interop;
using MLNet.LossExperiments.Persistence;
using MLNet.LossExperiments.Scoring;

namespace MLNet.LossExperiments;

/// <summary>
/// A fitted multilayer perceptron for regression. Its transformer adds Score, the prediction in units of the label; where the loss or an ensemble gives it, ScoreVariance, the variance of the label about
/// the prediction (of an ensemble without variances of its own, the variance of its networks' predictions); and where the loss gives them, Quantiles, with their levels as slot names. With several targets
/// Score and ScoreVariance are vectors, and Quantiles has those of the first target, then those of the second, …. Scores in managed code; needs no libtorch.
/// </summary>
public sealed class MlpRegressionModel : MlpModelParameters<float>, ISchemaBindableMapper, IBindableCanSaveOnnx
{
    internal const string LoaderSignature = "MlpRegressionModel";

    private readonly RegressionPredictor _predictor;

    internal MlpRegressionModel(IHostEnvironment env, ModelContent content)
        : base(env, LoaderSignature, content) => _predictor = new RegressionPredictor(content.Members, content.Form);

    private MlpRegressionModel(IHostEnvironment env, ModelLoadContext context)
        : base(env, LoaderSignature, context) => _predictor = new RegressionPredictor(Content.Members, Content.Form);

    /// <summary>The number of targets: 1, or the length of the label vector.</summary>
    public int TargetCount => Content.Form.TargetCount;

    /// <summary>The names of the targets, from the label's slot names; empty where it has none, or is a number.</summary>
    public IReadOnlyList<string> TargetNames => Content.Form.TargetNames ?? [];

    /// <summary>Whether each prediction comes with its variance.</summary>
    public bool HasVariance => _predictor.HasVariance;

    /// <summary>The levels of the quantiles that are predicted for each target, ascending; empty for none.</summary>
    public IReadOnlyList<double> QuantileLevels => Content.Form.QuantileLevels;

    internal override DataViewType OutputType => !Content.Form.IsVector ? NumberDataViewType.Single : new VectorDataViewType(NumberDataViewType.Single, TargetCount);

    internal override VersionInfo VersionInfo => FileVersion;

    private protected override PredictionKind PredictionKind => !Content.Form.IsVector ? PredictionKind.Regression : PredictionKind.MultiOutputRegression;

    private static VersionInfo FileVersion => ModelVersion.Of("MLP REGR", LoaderSignature);

    /// <summary>Predicts one row. Thread-safe.</summary>
    /// <param name="features">The features, as many as <see cref="Models.MlpNetwork.FeatureCount"/>, prepared as for training.</param>
    /// <returns>The prediction in units of the label; of several targets that of the first.</returns>
    /// <exception cref="ArgumentException">The number of features is wrong.</exception>
    public float Score(ReadOnlySpan<float> features)
    {
        Span<float> prediction = _predictor.Width <= 64 ? stackalloc float[_predictor.Width] : new float[_predictor.Width];
        BatchScorer.Run(_predictor, features, 1, prediction);
        return prediction[0];
    }

    /// <summary>Predicts many rows at once, which is faster than one by one and gives the same values to the bit. Thread-safe.</summary>
    /// <param name="features">The features of all rows, row after row: [rows, <see cref="Models.MlpNetwork.FeatureCount"/>].</param>
    /// <param name="scores">Receives the predictions, [rows, <see cref="TargetCount"/>]; its length says how many rows there are.</param>
    /// <exception cref="ArgumentException">The lengths do not fit each other.</exception>
    public void ScoreBatch(ReadOnlySpan<float> features, Span<float> scores)
    {
        int rows = RowsOf(scores.Length);
        if (_predictor.Width == TargetCount)
            BatchScorer.Run(_predictor, features, rows, scores);
        else
            ScoreBatch(features, scores, HasVariance ? new float[scores.Length] : [], new float[scores.Length * QuantileLevels.Count]);
    }

    /// <summary>Predicts many rows at once, with variances and quantiles. Thread-safe.</summary>
    /// <param name="features">The features of all rows, row after row: [rows, <see cref="Models.MlpNetwork.FeatureCount"/>].</param>
    /// <param name="scores">Receives the predictions, [rows, <see cref="TargetCount"/>]; its length says how many rows there are.</param>
    /// <param name="variances">Receives the variances, as many as scores; empty where there are none.</param>
    /// <param name="quantiles">Receives the quantiles, [rows, <see cref="TargetCount"/>, levels]; empty where there are none.</param>
    /// <exception cref="ArgumentException">The lengths do not fit each other.</exception>
    public void ScoreBatch(ReadOnlySpan<float> features, Span<float> scores, Span<float> variances, Span<float> quantiles)
    {
        int rows = RowsOf(scores.Length);
        if (variances.Length != (HasVariance ? scores.Length : 0))
            throw new ArgumentException($"There must be {(HasVariance ? scores.Length : 0)} variances, not {variances.Length}.", nameof(variances));
        if (quantiles.Length != scores.Length * QuantileLevels.Count)
            throw new ArgumentException($"There must be {scores.Length * QuantileLevels.Count} quantiles, not {quantiles.Length}.", nameof(quantiles));
        var predictions = new float[rows * _predictor.Width];
        BatchScorer.Run(_predictor, features, rows, predictions);
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<float> prediction = predictions.AsSpan(row * _predictor.Width, _predictor.Width);
            _predictor.Scores(prediction).CopyTo(scores[(row * TargetCount)..]);
            if (HasVariance)
                _predictor.Variances(prediction).CopyTo(variances[(row * TargetCount)..]);
            _predictor.Quantiles(prediction).CopyTo(quantiles[(row * TargetCount * QuantileLevels.Count)..]);
        }
    }

    ISchemaBoundMapper ISchemaBindableMapper.Bind(IHostEnvironment env, RoleMappedSchema schema) => new RegressionRowMapper(this, _predictor, Content.Form, schema);

    bool IBindableCanSaveOnnx.SaveAsOnnx(OnnxContext ctx, RoleMappedSchema schema, string[] outputNames) =>
        ctx.ContainsColumn(schema.Feature!.Value.Name) && ((ISingleCanSaveOnnx)this).SaveAsOnnx(ctx, outputNames, ctx.GetVariableName(schema.Feature.Value.Name));

    internal static MlpRegressionModel Create(IHostEnvironment env, ModelLoadContext context)
    {
        context.CheckAtModel(FileVersion);
        return new MlpRegressionModel(env, context);
    }

    /// <inheritdoc/>
    internal override void SaveAsOnnx(OnnxNodeWriter nodes, string features, string[] outputs)
    {
        RegressionNodes predictions = RegressionNodes.Write(nodes, features, Content.Members, Content.Form);
        string[] columns = [.. new[] { predictions.Score, predictions.Variance, predictions.Quantiles }.OfType<string>()];
        foreach ((string column, string output) in columns.Zip(outputs))
            nodes.Assign(column, output);
    }

    internal override Delegate CreateMapper()
    {
        var row = new RowScorer(_predictor);
        if (!Content.Form.IsVector)
            return (ValueMapper<VBuffer<float>, float>)((in VBuffer<float> features, ref float score) => score = row.Score(features)[0]);
        return (ValueMapper<VBuffer<float>, VBuffer<float>>)((in VBuffer<float> features, ref VBuffer<float> scores) => VectorValue.Set(ref scores, _predictor.Scores(row.Score(features))));
    }

    private int RowsOf(int scoreCount) => scoreCount % TargetCount == 0
        ? scoreCount / TargetCount
        : throw new ArgumentException($"The scores of a model with {TargetCount} targets have a multiple of {TargetCount} places, not {scoreCount}.");
}
