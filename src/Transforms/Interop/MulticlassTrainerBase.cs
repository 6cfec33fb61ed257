using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using MLNet.LossExperiments.Persistence;

namespace MLNet.LossExperiments.Interop;

/// <summary>A multiclass classification trainer on ML.NET's side. Not to be derived from outside this product.</summary>
public abstract class MulticlassTrainerBase : MlpTrainerBase<MulticlassPredictionTransformer<MlpMulticlassModel>, MlpMulticlassModel>
{
    internal MulticlassTrainerBase(IHostEnvironment env, string name, TrainerColumns columns)
        : base(env, name, columns)
    {
    }

    private protected override PredictionKind PredictionKind => PredictionKind.MulticlassClassification;

    /// <summary>Besides a key, a vector of class probabilities is a label.</summary>
    private protected override void CheckLabelCompatible(SchemaShape.Column labelCol)
    {
        if (labelCol.Kind != SchemaShape.Column.VectorKind.Vector || labelCol.ItemType != NumberDataViewType.Single || labelCol.IsKey)
            base.CheckLabelCompatible(labelCol);
    }

    private protected override SchemaShape.Column[] GetOutputColumnsCore(SchemaShape inputSchema)
    {
        inputSchema.TryFindColumn(LabelColumn.Name, out SchemaShape.Column label);
        IEnumerable<SchemaShape.Column> keyValues = label.IsKey ? label.Annotations.Where(annotation => annotation.Name == AnnotationUtils.Kinds.KeyValues) : [];
        IEnumerable<SchemaShape.Column> scoreAnnotations = label.IsKey ? AnnotationUtils.AnnotationsForMulticlassScoreColumn(label) : AnnotationUtils.GetTrainerOutputAnnotation();
        return
        [
            new(DefaultColumnNames.Score, SchemaShape.Column.VectorKind.Vector, NumberDataViewType.Single, false, new SchemaShape(scoreAnnotations)),
            new(DefaultColumnNames.PredictedLabel, SchemaShape.Column.VectorKind.Scalar, NumberDataViewType.UInt32, true,
                new SchemaShape(keyValues.Concat(AnnotationUtils.GetTrainerOutputAnnotation()))),
        ];
    }

    private protected override MlpMulticlassModel MakeModel(ModelContent content) => new(Host, content);

    private protected override MulticlassPredictionTransformer<MlpMulticlassModel> MakeTransformer(MlpMulticlassModel model, DataViewSchema trainSchema) =>
        new(Host, model, trainSchema, FeatureColumn.Name, LabelColumn.Name);
}
