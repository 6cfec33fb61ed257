using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.LossExperiments.Host.Formats;
using MLNet.LossExperiments.Host.Tables;
using MLNet.LossExperiments.Reports;

namespace MLNet.LossExperiments.Host.Learning;

/// <summary>Tells two classes apart.</summary>
internal sealed class BinaryLearning : LearningTask
{
    private const string PredictedLabel = "PredictedLabel";

    private readonly MlpBinaryOptions _options;
    private readonly ColumnKind _labelKind;

    public BinaryLearning(MlpBinaryOptions options, IReadOnlyList<string> classes, ColumnKind labelKind)
    {
        _options = options;
        _labelKind = labelKind;
        PositiveClass = Learning.PositiveClass.Of(classes);
        Classes = [classes.Single(name => name != PositiveClass), PositiveClass];
    }

    public override string Name => "binary";

    public override IReadOnlyList<string> Classes { get; }

    public override string PositiveClass { get; }

    public override MlpOptions Options => _options;

    public override IEstimator<ITransformer> MapLabel(MLContext ml, Column label, string outputName) => _labelKind == ColumnKind.Number
        ? ml.Transforms.Conversion.MapValue(outputName, Pairs(name => KeyValuePair.Create(Number(name), name == PositiveClass)), label.Name)
        : ml.Transforms.Conversion.MapValue(outputName, Pairs(name => KeyValuePair.Create(name, name == PositiveClass)), label.Name);

    public override TrainedNetwork Train(MLContext ml, MlpOptions options, IDataView training, IDataView? validation)
    {
        BinaryPredictionTransformer<MlpBinaryModel> fitted = Fit(ml.BinaryClassification.Trainers.Mlp((MlpBinaryOptions)options), training, validation);
        return new TrainedNetwork(fitted, fitted.Model.Members);
    }

    public override IEstimator<ITransformer> MapPrediction(MLContext ml) => _labelKind == ColumnKind.Number
        ? ml.Transforms.Conversion.MapValue(PredictedLabel, Pairs(name => KeyValuePair.Create(name == PositiveClass, Number(name))), PredictedLabel)
        : ml.Transforms.Conversion.MapValue(PredictedLabel, Pairs(name => KeyValuePair.Create(name == PositiveClass, name)), PredictedLabel);

    public override TaskEvaluation Evaluate(IDataView predictions, string label, EvaluationOptions plan) => BinaryEvaluation.Of(BinaryPredictions.From(predictions, label), plan);

    private KeyValuePair<TKey, TValue>[] Pairs<TKey, TValue>(Func<string, KeyValuePair<TKey, TValue>> pair) => [.. Classes.Select(pair)];

    private static float Number(string text) => float.Parse(text, CultureInfo.InvariantCulture);
}
