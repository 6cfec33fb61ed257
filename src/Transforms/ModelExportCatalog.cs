using Google.Protobuf;
using Microsoft.ML.Data;
using MLNet.LossExperiments.Export;
using MLNet.LossExperiments.Export.Protobuf;
using MLNet.LossExperiments.Interop;

namespace Microsoft.ML;

/// <summary>Exports of fitted models: <c>mlContext.Model.ExportToOnnx</c>, <c>mlContext.Model.ExportToJson</c>.</summary>
public static class ModelExportCatalog
{
    /// <summary>
    /// Writes a model with all its steps as an ONNX model (operators of version 12), which ONNX Runtime and others run on any number of rows at once (but on one where it splits text into words). Its inputs are the columns that
    /// the predictions depend on, its outputs the predictions, each under the name of its column.
    /// </summary>
    /// <param name="catalog"><c>mlContext.Model</c>.</param>
    /// <param name="model">The model: a trained transformer, or a chain with one in it.</param>
    /// <param name="inputSchema">The columns that it is given: the schema of the data that it was fitted to, or that comes with a loaded model.</param>
    /// <param name="stream">Receives the file. Nothing is written to it where the model cannot be exported. Stays open.</param>
    /// <param name="outputColumns">The columns to give; none for the predictions.</param>
    /// <returns>What the exported model takes and gives.</returns>
    /// <exception cref="ModelExportException">A step of the model has no form in ONNX; the message names it.</exception>
    /// <exception cref="ArgumentException">An output column is none that the model gives.</exception>
    public static OnnxExport ExportToOnnx(this ModelOperationsCatalog catalog, ITransformer model, DataViewSchema inputSchema, Stream stream, params string[] outputColumns)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(outputColumns);
        ModelPipeline pipeline = PipelineOf(catalog, model, inputSchema);
        foreach (string column in outputColumns)
        {
            if (pipeline.Outputs.GetColumnOrNull(column) is null)
                throw new ArgumentException($"The model gives no column '{column}'. It gives {string.Join(", ", pipeline.Predictions.Select(name => $"'{name}'"))}.", nameof(outputColumns));
        }
        ModelProto proto = OnnxExporter.Export(pipeline, outputColumns.Length > 0 ? outputColumns : pipeline.Predictions, out OnnxExport export);
        proto.WriteTo(stream);
        return export;
    }

    /// <summary>
    /// Writes the network in a model as a JSON document, with which its scores can be computed in any language: layers, weights, activation, link, calibration, classes. The document
    /// begins at the feature vector; what the steps before the network do is not in it.
    /// </summary>
    /// <param name="catalog"><c>mlContext.Model</c>.</param>
    /// <param name="model">The model: a trained transformer of this product, or a chain with one in it.</param>
    /// <param name="inputSchema">The columns that it is given: the schema of the data that it was fitted to, or that comes with a loaded model.</param>
    /// <param name="stream">Receives the document. Nothing is written to it where the model cannot be exported. Stays open.</param>
    /// <exception cref="ModelExportException">There is no network of this product in the model.</exception>
    public static void ExportToJson(this ModelOperationsCatalog catalog, ITransformer model, DataViewSchema inputSchema, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ModelPipeline pipeline = PipelineOf(catalog, model, inputSchema);
        JsonExporter.Export(catalog.GetEnvironment(), pipeline).Write(stream);
    }

    private static ModelPipeline PipelineOf(ModelOperationsCatalog catalog, ITransformer model, DataViewSchema inputSchema)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(inputSchema);
        return ModelPipeline.Of(catalog.GetEnvironment(), model, inputSchema);
    }
}
