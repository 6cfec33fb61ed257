using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.LossExperiments.Host.Tables;
using MLNet.LossExperiments.Reports;

namespace MLNet.LossExperiments.Host.Learning;

/// <summary>Tells two classes apart.</summary>
internal sealed class BinaryLearning : LearningTask
{
    private const string PredictedLabel = "PredictedLabel";

    private readonly MlpBinaryOptions _options;

    public BinaryLearning(MlpBinaryOptions options, IReadOnlyList<string> classes)
    {
        _options = options;
        PositiveClass = Learning.PositiveClass.Of(classes);
        Classes = [classes.Single(name => name != PositiveClass), PositiveClass];
    }

    public override string Name => "binary";

    public override IReadOnlyList<string> Classes { get; }

    public override string PositiveClass { get; }

    public override MlpOptions Options => _options;

    public override IEstimator<ITransformer> MapLabel(MLContext ml, Column label, string outputName) =>
        ml.Transforms.Conversion.MapValue(outputName, Pairs(name => KeyValuePair.Create(name, name == PositiveClass)), label.Name);

    public override TrainedNetwork Train(MLContext ml, MlpOptions options, IDataView training, IDataView? validation)
    {
        BinaryPredictionTransformer<MlpBinaryModel> fitted = Fit(ml.BinaryClassification.Trainers.Mlp((MlpBinaryOptions)options), training, validation);
        return new TrainedNetwork(fitted, fitted.Model.Members);
    }

    public override IEstimator<ITransformer> MapPrediction(MLContext ml) =>
        ml.Transforms.Conversion.MapValue(PredictedLabel, Pairs(name => KeyValuePair.Create(name == PositiveClass, name)), PredictedLabel);

    public override TaskEvaluation Evaluate(IDataView predictions, string label, EvaluationOptions plan) => BinaryEvaluation.Of(BinaryPredictions.From(predictions, label), plan);

    private KeyValuePair<TKey, TValue>[] Pairs<TKey, TValue>(Func<string, KeyValuePair<TKey, TValue>> pair) => [.. Classes.Select(pair)];
}
