using Google.Protobuf;
using MLNet.LossExperiments.Export.Protobuf;

namespace MLNet.LossExperiments.Export;

/// <summary>Makes the constants of a graph. Without dimensions a constant is a single value.</summary>
internal static class OnnxTensors
{
    public static TensorProto Of(IEnumerable<float> values, IEnumerable<long> dimensions) => Make(typeof(float), dimensions, tensor => tensor.FloatData.AddRange(values));

    public static TensorProto Of(IEnumerable<double> values, IEnumerable<long> dimensions) => Make(typeof(double), dimensions, tensor => tensor.DoubleData.AddRange(values));

    public static TensorProto Of(IEnumerable<long> values, IEnumerable<long> dimensions) => Make(typeof(long), dimensions, tensor => tensor.Int64Data.AddRange(values));

    public static TensorProto Of(IEnumerable<string> values, IEnumerable<long> dimensions) => Make(typeof(string), dimensions, tensor => tensor.StringData.AddRange(values.Select(ByteString.CopyFromUtf8)));

    /// <summary>Of <see cref="bool"/> as 0 and 1, or of whole numbers of at most 32 bits.</summary>
    public static TensorProto Of(IEnumerable<int> values, Type type, IEnumerable<long> dimensions) => Make(type, dimensions, tensor => tensor.Int32Data.AddRange(values));

    /// <summary>Of <see cref="uint"/> or <see cref="ulong"/>.</summary>
    public static TensorProto Of(IEnumerable<ulong> values, Type type, IEnumerable<long> dimensions) => Make(type, dimensions, tensor => tensor.Uint64Data.AddRange(values));

    private static TensorProto Make(Type type, IEnumerable<long> dimensions, Action<TensorProto> fill)
    {
        var tensor = new TensorProto { DataType = OnnxElements.Of(type) };
        tensor.Dims.AddRange(dimensions);
        fill(tensor);
        return tensor;
    }
}
