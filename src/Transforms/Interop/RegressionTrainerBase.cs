using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using MLNet.LossExperiments.Persistence;

namespace MLNet.LossExperiments.Interop;

/// <summary>A regression trainer on ML.NET's side. Not to be derived from outside this product.</summary>
public abstract class RegressionTrainerBase : MlpTrainerBase<RegressionPredictionTransformer<MlpRegressionModel>, MlpRegressionModel>
{
    internal RegressionTrainerBase(IHostEnvironment env, string name, TrainerColumns columns)
        : base(env, name, columns)
    {
    }

    private protected override PredictionKind PredictionKind => PredictionKind.Regression;

    private protected override SchemaShape.Column[] GetOutputColumnsCore(SchemaShape inputSchema) =>
        [ScalarOutput(DefaultColumnNames.Score, NumberDataViewType.Single)];

    private protected override MlpRegressionModel MakeModel(ModelContent content) => new(Host, content);

    private protected override RegressionPredictionTransformer<MlpRegressionModel> MakeTransformer(MlpRegressionModel model, DataViewSchema trainSchema) =>
        new(Host, model, trainSchema, FeatureColumn.Name);
}
