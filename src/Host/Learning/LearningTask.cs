using Microsoft.ML;
using MLNet.LossExperiments.Host.Tables;
using MLNet.LossExperiments.Interop;
using MLNet.LossExperiments.Reports;

namespace MLNet.LossExperiments.Host.Learning;

/// <summary>What differs between regression and the two kinds of classification.</summary>
internal abstract class LearningTask
{
    /// <summary>The name: regression, binary, multiclass.</summary>
    public abstract string Name { get; }

    /// <summary>The classes, by their order in scores; none for regression.</summary>
    public virtual IReadOnlyList<string> Classes => [];

    /// <summary>The class whose scores are positive; null where there are not two.</summary>
    public virtual string? PositiveClass => null;

    /// <summary>The trainer's options.</summary>
    public abstract MlpOptions Options { get; }

    /// <summary>Turns labels from the user's values into what the trainer takes.</summary>
    public abstract IEstimator<ITransformer> MapLabel(MLContext ml, Column label, string outputName);

    /// <summary>Trains.</summary>
    /// <param name="ml">ML.NET.</param>
    /// <param name="options">What <see cref="Options"/> gave, with columns, observers and the like added.</param>
    /// <param name="training">The rows to train on.</param>
    /// <param name="validation">The rows to validate on; null for none.</param>
    public abstract TrainedNetwork Train(MLContext ml, MlpOptions options, IDataView training, IDataView? validation);

    /// <summary>Turns predicted labels back into the user's values; null where they are so already.</summary>
    public virtual IEstimator<ITransformer>? MapPrediction(MLContext ml) => null;

    /// <summary>Measures predictions before <see cref="MapPrediction"/>.</summary>
    public abstract TaskEvaluation Evaluate(IDataView predictions, string label, EvaluationOptions plan);

    private protected static TTransformer Fit<TTransformer, TModel>(MlpTrainerBase<TTransformer, TModel> trainer, IDataView training, IDataView? validation)
        where TTransformer : ISingleFeaturePredictionTransformer<TModel>
        where TModel : class =>
        validation is null ? trainer.Fit(training) : trainer.Fit(training, validation);
}
