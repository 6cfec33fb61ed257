using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using Microsoft.ML.Trainers;
using MLNet.LossExperiments.Persistence;

namespace MLNet.LossExperiments.Interop;

/// <summary>What the trainers of all tasks share on ML.NET's side. Not to be derived from outside this product.</summary>
/// <typeparam name="TTransformer">The transformer that a fit gives.</typeparam>
/// <typeparam name="TModel">The model inside the transformer.</typeparam>
public abstract class MlpTrainerBase<TTransformer, TModel> : TrainerEstimatorBase<TTransformer, TModel>, IRowAccess
    where TTransformer : ISingleFeaturePredictionTransformer<TModel>
    where TModel : class
{
    internal MlpTrainerBase(IHostEnvironment env, string name, TrainerColumns columns)
        : base(env.Register(name), TrainerUtils.MakeR4VecFeature(columns.Feature), columns.Label, TrainerUtils.MakeR4ScalarWeightColumn(columns.Weight))
    {
    }

    /// <summary>No normalizer is needed, since features are scaled while training; caching is not needed either, since the rows are read once; a fitted model can be trained on.</summary>
    public override TrainerInfo Info { get; } = new(normalization: false, calibration: false, caching: false, supportValid: true, supportIncrementalTrain: true);

    /// <summary>Fits to <paramref name="trainData"/> and validates on <paramref name="validationData"/> instead of splitting validation rows off.</summary>
    /// <param name="trainData">The rows to train on.</param>
    /// <param name="validationData">The rows that early stopping looks at, with the same columns.</param>
    /// <returns>The fitted transformer.</returns>
    public TTransformer Fit(IDataView trainData, IDataView validationData) => TrainTransformer(trainData, validationData);

    /// <summary>
    /// Goes on training a fitted model, on new rows or the same ones: starts from its weights instead of random ones. The optimizer starts anew. The features must be prepared as they were for the model: use its
    /// own fitted normaliser, not one that is fitted to the new rows.
    /// </summary>
    /// <param name="trainData">The rows to train on.</param>
    /// <param name="validationData">The rows that early stopping looks at; null to split them off.</param>
    /// <param name="initialModel">The model to start from, trained with the same architecture, activation, output range and number of networks, and with a loss whose outputs mean the same.</param>
    /// <returns>The fitted transformer.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="initialModel"/> is null.</exception>
    public TTransformer Fit(IDataView trainData, IDataView? validationData, TModel initialModel)
    {
        ArgumentNullException.ThrowIfNull(initialModel);
        return TrainTransformer(trainData, validationData, (IPredictor)initialModel);
    }

    /// <summary>Where trainers like this one, with other options, are made.</summary>
    internal IHostEnvironment Environment => Host;

    FitRows IRowAccess.RowsOf(IDataView data)
    {
        // ML.NET's own check of the columns, with its own messages.
        GetOutputSchema(SchemaShape.Create(data.Schema));
        return new FitRows(MakeRoles(data));
    }

    void IRowAccess.Ask(FitRows training, Action<FitRequest> use)
    {
        using IChannel channel = Host.Start("Training");
        use(new FitRequest(Host, channel, training, null));
    }

    /// <summary>Learns a model; the trainer's own work.</summary>
    internal abstract ModelContent Learn(FitRequest request);

    private protected abstract TModel MakeModel(ModelContent content);

    private protected override TModel TrainModelCore(TrainContext trainContext)
    {
        RoleMappedData? validation = trainContext.ValidationSet;
        using IChannel channel = Host.Start("Training");
        var request = new FitRequest(Host, channel, new FitRows(trainContext.TrainingSet), validation is null ? null : new FitRows(validation))
        {
            Initial = ((IFitted?)trainContext.InitialPredictor)?.Content,
        };
        return MakeModel(Learn(request));
    }

    private protected static SchemaShape.Column ScalarOutput(string name, DataViewType type, bool isProbability = false) =>
        new(name, SchemaShape.Column.VectorKind.Scalar, type, false, new SchemaShape(AnnotationUtils.GetTrainerOutputAnnotation(isProbability)));

    /// <summary>A seed from the host's generator, which <c>MLContext(seed)</c> fixes.</summary>
    private protected int DrawSeed() => Host.Rand.Next();
}
