using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms;
using MLNet.LossExperiments.Host.Tables;
using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Host.Learning;

/// <summary>Tells three or more classes apart.</summary>
internal sealed class MulticlassLearning(MlpMulticlassOptions options, IReadOnlyList<string> classes) : LearningTask
{
    private const int TopCount = 3;

    public override string Name => "multiclass";

    public override IReadOnlyList<string> Classes => classes;

    public override MlpOptions Options => options;

    public override IEstimator<ITransformer> MapLabel(MLContext ml, Column label, string outputName) =>
        ml.Transforms.Conversion.MapValueToKey(outputName, label.Name, keyOrdinality: ValueToKeyMappingEstimator.KeyOrdinality.ByValue);

    public override TrainedNetwork Train(MLContext ml, MlpOptions options, IDataView training, IDataView? validation)
    {
        MulticlassPredictionTransformer<MlpMulticlassModel> fitted = Fit(ml.MulticlassClassification.Trainers.Mlp((MlpMulticlassOptions)options), training, validation);
        return new TrainedNetwork(fitted, fitted.Model.Members);
    }

    public override IEstimator<ITransformer> MapPrediction(MLContext ml) => ml.Transforms.Conversion.MapKeyToValue("PredictedLabel");

    public override IReadOnlyList<Metric> Evaluate(MLContext ml, IDataView predictions, string label)
    {
        MulticlassClassificationMetrics metrics = ml.MulticlassClassification.Evaluate(predictions, label, topKPredictionCount: TopCount);
        Metric[] always = [new("microAccuracy", "Accuracy (micro)", metrics.MicroAccuracy), new("macroAccuracy", "Accuracy (macro)", metrics.MacroAccuracy)];
        // Raw scores are nothing that a log-loss could be of.
        Metric[] ofProbabilities = options.Loss.Link == Link.Identity
            ? []
            : [new("logLoss", "Log-loss (nats)", metrics.LogLoss), new("logLossReduction", "Log-loss reduction", metrics.LogLossReduction)];
        Metric[] ofMany = classes.Count > TopCount ? [new("top3Accuracy", "Accuracy (top 3)", metrics.TopKAccuracy)] : [];
        return [.. always, .. ofProbabilities, .. ofMany];
    }
}
