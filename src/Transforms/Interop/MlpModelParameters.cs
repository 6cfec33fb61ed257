using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Model.OnnxConverter;
using Microsoft.ML.Runtime;
using Microsoft.ML.Trainers;
using MLNet.LossExperiments.Export;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Persistence;

namespace MLNet.LossExperiments.Interop;

/// <summary>
/// What the fitted models of all tasks share: the networks, the histories of their fits, scoring, saving. Immutable and thread-safe.
/// Not to be derived from outside this product.
/// </summary>
/// <typeparam name="TOutput">What ML.NET sees as the score of a row: a <see cref="float"/>, or a vector of them.</typeparam>
public abstract class MlpModelParameters<TOutput> : ModelParametersBase<TOutput>, IValueMapper, ISingleCanSaveOnnx, IFitted
{
    // The first with CumSum, TopK upwards, and bounds of Clip as inputs.
    private const int LeastOnnxOperatorSet = 11;

    private readonly ModelContent _content;

    internal MlpModelParameters(IHostEnvironment env, string name, ModelContent content)
        : base(env, name) => _content = content;

    internal MlpModelParameters(IHostEnvironment env, string name, ModelLoadContext context)
        : base(env, name, context) => _content = ModelContentFormat.Read(context.Reader);

    /// <summary>The networks: one, or those of an ensemble, whose predictions are averaged.</summary>
    public IReadOnlyList<FittedMember> Members => _content.Members;

    /// <summary>The fitted network, its layers as plain arrays; of an ensemble the first.</summary>
    public MlpNetwork Network => Members[0].Network;

    /// <summary>How the fit went, epoch by epoch; of an ensemble that of the first network.</summary>
    public TrainingHistory History => Members[0].History;

    /// <summary>How outputs become predictions.</summary>
    public Link Link => _content.Form.Link;

    ModelContent IFitted.Content => _content;

    DataViewType IValueMapper.InputType => new VectorDataViewType(NumberDataViewType.Single, Network.FeatureCount);

    DataViewType IValueMapper.OutputType => OutputType;

    internal abstract DataViewType OutputType { get; }

    internal abstract VersionInfo VersionInfo { get; }

    private protected ModelContent Content => _content;

    ValueMapper<TSource, TTarget> IValueMapper.GetMapper<TSource, TTarget>() => (ValueMapper<TSource, TTarget>)CreateMapper();

    bool ICanSaveOnnx.CanSaveOnnx(OnnxContext ctx) => true;

    bool ISingleCanSaveOnnx.SaveAsOnnx(OnnxContext ctx, string[] outputNames, string featureColumn)
    {
        ctx.CheckOpSetVersion(LeastOnnxOperatorSet, GetType().Name);
        var nodes = new ContextNodeWriter(ctx);
        // A feature column that is one-hot encoded and nothing else comes as [rows, 1, classes].
        SaveAsOnnx(nodes, nodes.Apply("Flatten", [featureColumn], ("axis", 1L)), outputNames);
        return true;
    }

    /// <summary>Writes the predictions as ONNX operators.</summary>
    /// <param name="nodes">The graph.</param>
    /// <param name="features">[rows, features].</param>
    /// <param name="outputs">The variables to fill, in the order of the columns that ML.NET makes of the model; the score alone where it only wants that.</param>
    internal abstract void SaveAsOnnx(OnnxNodeWriter nodes, string features, string[] outputs);

    /// <summary>Makes a function from features to scores, a <c>ValueMapper</c>, that scores row after row on one thread without allocating.</summary>
    internal abstract Delegate CreateMapper();

    private protected override void SaveCore(ModelSaveContext ctx)
    {
        base.SaveCore(ctx);
        ctx.SetVersionInfo(VersionInfo);
        ModelContentFormat.Write(ctx.Writer, _content);
    }
}
