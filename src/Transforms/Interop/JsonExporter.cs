using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using MLNet.LossExperiments.Export;

namespace MLNet.LossExperiments.Interop;

/// <summary>Describes the network in a model for other languages.</summary>
internal static class JsonExporter
{
    /// <exception cref="ModelExportException">There is no network of this product in the model.</exception>
    public static ModelDocument Export(IHostEnvironment env, ModelPipeline pipeline)
    {
        if (pipeline.Network is not var (model, step))
            throw new ModelExportException("The model has no network of MLNet.LossExperiments, and only those can be written as JSON. ONNX takes more kinds of models.");
        string column = ((ISingleFeaturePredictionTransformer<object>)step.Transformer).FeatureColumnName;
        DataViewSchema.Column features = step.Before.Schema[column];
        ColumnDocument[] inputs = [.. pipeline.PlanFor(pipeline.Predictions).Inputs.Select(input => new ColumnDocument(input.Name, TypeOf(input.Type), SizeOf(input.Type)))];
        (string task, IReadOnlyList<string> classes) = model switch
        {
            MlpBinaryModel => ("binary", ClassNames.OfBinary(env, pipeline, step)),
            MlpMulticlassModel => ("multiclass", ClassNames.OfMulticlass(step)),
            _ => ("regression", []),
        };
        return ModelDocument.Of(task, model.Content, inputs, new FeaturesDocument(column, SizeOf(features.Type), SlotNames.Of(features)), classes);
    }

    private static string TypeOf(DataViewType type)
    {
        Type values = type.GetItemType().RawType;
        return OnnxElements.Has(values) ? OnnxElements.NameOf(OnnxElements.Of(values)) : values.Name;
    }

    private static int SizeOf(DataViewType type) => type is VectorDataViewType vector ? vector.Size : 1;
}
