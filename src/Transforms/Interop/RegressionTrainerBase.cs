using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using MLNet.LossExperiments.Persistence;

namespace MLNet.LossExperiments.Interop;

/// <summary>A regression trainer on ML.NET's side. Not to be derived from outside this product.</summary>
public abstract class RegressionTrainerBase : MlpTrainerBase<RegressionPredictionTransformer<MlpRegressionModel>, MlpRegressionModel>
{
    private readonly RegressionColumns _columns;

    internal RegressionTrainerBase(IHostEnvironment env, string name, TrainerColumns columns, RegressionColumns outputs)
        : base(env, name, columns) => _columns = outputs;

    private protected override PredictionKind PredictionKind => PredictionKind.Regression;

    /// <summary>Besides a number, a vector of numbers is a label: one for each target.</summary>
    private protected override void CheckLabelCompatible(SchemaShape.Column labelCol)
    {
        if (labelCol.Kind != SchemaShape.Column.VectorKind.Vector || labelCol.ItemType != NumberDataViewType.Single || labelCol.IsKey)
            base.CheckLabelCompatible(labelCol);
    }

    private protected override SchemaShape.Column[] GetOutputColumnsCore(SchemaShape inputSchema)
    {
        inputSchema.TryFindColumn(LabelColumn.Name, out SchemaShape.Column label);
        bool isVector = label.Kind == SchemaShape.Column.VectorKind.Vector;
        return (_columns with { IsVector = isVector, HasTargetNames = isVector && label.Annotations.Any(annotation => annotation.Name == AnnotationUtils.Kinds.SlotNames) }).Shapes();
    }

    private protected override MlpRegressionModel MakeModel(ModelContent content) => new(Host, content);

    private protected override RegressionPredictionTransformer<MlpRegressionModel> MakeTransformer(MlpRegressionModel model, DataViewSchema trainSchema) =>
        new(Host, model, trainSchema, FeatureColumn.Name);
}
