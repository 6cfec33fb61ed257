using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using MLNet.LossExperiments.Export;

namespace MLNet.LossExperiments.Tests.Export;

/// <summary>Exports a model, runs it in ONNX Runtime, and holds what comes out against ML.NET's own predictions.</summary>
internal static class OnnxComparison
{
    private const double Tolerance = 1e-5;

    /// <summary>Compares all outputs, on all rows at once and on the first alone.</summary>
    public static OnnxExport AssertSame(MLContext context, ITransformer model, IDataView data, params string[] outputs)
    {
        using var stream = new MemoryStream();
        OnnxExport export = context.Model.ExportToOnnx(model, data.Schema, stream, outputs);
        IDataView expected = model.Transform(data);
        using var session = new InferenceSession(stream.ToArray());
        Assert.Equal(export.Inputs.Select(input => input.Name), session.InputMetadata.Keys);
        Assert.Equal(export.Outputs.Select(output => output.Name), session.OutputMetadata.Keys);
        foreach (int? rows in export.Rows is null ? (int?[])[null, 1] : [1])
        {
            NamedOnnxValue[] inputs = [.. export.Inputs.Select(input => Input(data, input, rows))];
            using IDisposableReadOnlyCollection<DisposableNamedOnnxValue> results = session.Run(inputs);
            foreach ((OnnxTensor tensor, DisposableNamedOnnxValue result) in export.Outputs.Zip(results))
                AssertSame(expected, tensor, result, rows);
        }
        return export;
    }

    private static NamedOnnxValue Input(IDataView data, OnnxTensor input, int? rows) => input.ElementType == "string"
        ? NamedOnnxValue.CreateFromTensor(input.Name, Tensor(Strings(data, input.Name, rows), input))
        : NamedOnnxValue.CreateFromTensor(input.Name, Tensor(Floats(data, input.Name, rows), input));

    private static DenseTensor<T> Tensor<T>(T[] values, OnnxTensor input)
    {
        int width = (int)input.Dimensions.Aggregate(1L, (product, size) => product * size);
        return new DenseTensor<T>(values, [values.Length / width, .. input.Dimensions.Select(size => (int)size)]);
    }

    private static void AssertSame(IDataView expected, OnnxTensor tensor, NamedOnnxValue result, int? rows)
    {
        string column = tensor.Name.Replace(".output", "", StringComparison.Ordinal);
        switch (tensor.ElementType)
        {
            case "float":
                float[] wanted = Floats(expected, column, rows), got = [.. result.AsTensor<float>()];
                Assert.Equal(wanted.Length, got.Length);
                Assert.All(wanted.Zip(got), pair => Assert.Equal(pair.First, pair.Second, Tolerance * Math.Max(1, Math.Abs(pair.First))));
                break;
            case "string":
                Assert.Equal(Strings(expected, column, rows), result.AsTensor<string>());
                break;
            case "bool":
                Assert.Equal(Take(expected.GetColumn<bool>(column), rows), result.AsTensor<bool>());
                break;
            case "uint32":
                Assert.Equal(Take(expected.GetColumn<uint>(column), rows), result.AsTensor<uint>());
                break;
            default:
                Assert.Fail($"Nothing compares {tensor}.");
                break;
        }
    }

    private static float[] Floats(IDataView data, string column, int? rows) => data.Schema[column].Type is VectorDataViewType
        ? [.. Take(data.GetColumn<VBuffer<float>>(column), rows).SelectMany(row => row.DenseValues())]
        : [.. Take(data.GetColumn<float>(column), rows)];

    private static string[] Strings(IDataView data, string column, int? rows) => [.. Take(data.GetColumn<string>(column), rows)];

    private static IEnumerable<T> Take<T>(IEnumerable<T> values, int? rows) => rows is { } count ? values.Take(count) : values;
}
