using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.LossExperiments.Host.Tables;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Reports;

namespace MLNet.LossExperiments.Host.Learning;

/// <summary>Tells three or more classes apart.</summary>
internal sealed class MulticlassLearning(MlpMulticlassOptions options, IReadOnlyList<string> classes) : LearningTask
{
    public override string Name => "multiclass";

    public override IReadOnlyList<string> Classes => classes;

    public override MlpOptions Options => options;

    public override IEstimator<ITransformer> MapLabel(MLContext ml, Column label, string outputName) =>
        ml.Transforms.Conversion.MapValueToKey([new InputOutputColumnPair(outputName, label.Name)], keyData: ml.Data.LoadFromEnumerable(classes.Select(name => new NamedClass { Name = name })));

    public override TrainedNetwork Train(MLContext ml, MlpOptions options, IDataView training, IDataView? validation)
    {
        MulticlassPredictionTransformer<MlpMulticlassModel> fitted = Fit(ml.MulticlassClassification.Trainers.Mlp((MlpMulticlassOptions)options), training, validation);
        return new TrainedNetwork(fitted, fitted.Model.Members);
    }

    public override IEstimator<ITransformer> MapPrediction(MLContext ml) => ml.Transforms.Conversion.MapKeyToValue("PredictedLabel");

    // Raw scores are nothing that a log-loss could be of.
    public override TaskEvaluation Evaluate(IDataView predictions, string label, EvaluationOptions plan) =>
        MulticlassEvaluation.Of(MulticlassPredictions.From(predictions, hasProbabilities: options.Loss.Link != Link.Identity, label), plan);

    private sealed class NamedClass
    {
        public string Name { get; init; } = "";
    }
}
