using DataType = MLNet.LossExperiments.Export.Protobuf.TensorProto.Types.DataType;

namespace MLNet.LossExperiments.Export;

/// <summary>The types of values that ONNX has, by those that .NET has.</summary>
internal static class OnnxElements
{
    private static readonly Dictionary<Type, DataType> Types = new()
    {
        [typeof(bool)] = DataType.Bool,
        [typeof(sbyte)] = DataType.Int8,
        [typeof(byte)] = DataType.Uint8,
        [typeof(short)] = DataType.Int16,
        [typeof(ushort)] = DataType.Uint16,
        [typeof(int)] = DataType.Int32,
        [typeof(uint)] = DataType.Uint32,
        [typeof(long)] = DataType.Int64,
        [typeof(ulong)] = DataType.Uint64,
        [typeof(float)] = DataType.Float,
        [typeof(double)] = DataType.Double,
        [typeof(ReadOnlyMemory<char>)] = DataType.String,
        [typeof(string)] = DataType.String,
    };

    public static bool Has(Type type) => Types.ContainsKey(type);

    /// <exception cref="ModelExportException">ONNX has no such type.</exception>
    public static DataType Of(Type type) => Types.TryGetValue(type, out DataType element) ? element : throw new ModelExportException($"ONNX has no type for values of {type.Name}.");

    /// <summary>The name that ONNX gives a type.</summary>
    public static string NameOf(DataType element) => element.ToString().ToLowerInvariant();

    /// <summary>The type that has a name.</summary>
    public static DataType Parse(string name) => Enum.Parse<DataType>(name, ignoreCase: true);
}
