using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Persistence;

namespace MLNet.LossExperiments.Interop;

/// <summary>A binary classification trainer on ML.NET's side. Not to be derived from outside this product.</summary>
public abstract class BinaryTrainerBase : MlpTrainerBase<BinaryPredictionTransformer<MlpBinaryModel>, MlpBinaryModel>
{
    private readonly bool _givesProbabilities;

    internal BinaryTrainerBase(IHostEnvironment env, string name, TrainerColumns columns, bool givesProbabilities)
        : base(env, name, columns) => _givesProbabilities = givesProbabilities;

    private protected override PredictionKind PredictionKind => PredictionKind.BinaryClassification;

    private protected override SchemaShape.Column[] GetOutputColumnsCore(SchemaShape inputSchema)
    {
        SchemaShape.Column score = ScalarOutput(DefaultColumnNames.Score, NumberDataViewType.Single);
        SchemaShape.Column probability = ScalarOutput(DefaultColumnNames.Probability, NumberDataViewType.Single, isProbability: true);
        SchemaShape.Column label = ScalarOutput(DefaultColumnNames.PredictedLabel, BooleanDataViewType.Instance);
        return _givesProbabilities ? [score, probability, label] : [score, label];
    }

    private protected override MlpBinaryModel MakeModel(ModelContent content) =>
        content.Form.Link == Link.Logistic || content.Calibration is not null ? new MlpBinaryProbabilityModel(Host, content) : new MlpBinaryModel(Host, content);

    private protected override BinaryPredictionTransformer<MlpBinaryModel> MakeTransformer(MlpBinaryModel model, DataViewSchema trainSchema) =>
        new(Host, model, trainSchema, FeatureColumn.Name);
}
