using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.LossExperiments.Reports;

/// <summary>Reads predictions from the columns that ML.NET's transformers add.</summary>
internal static class PredictionColumns
{
    public static float[] Numbers(IDataView data, string name) => [.. data.GetColumn<float>(Find(data, name, column => column.Type is NumberDataViewType && column.Type.RawType == typeof(float), "a number (Single)"))];

    public static float[]? WeightsOf(IDataView data, string? name) => name is null ? null : Numbers(data, name);

    public static bool[] Flags(IDataView data, string name) => [.. data.GetColumn<bool>(Find(data, name, column => column.Type is BooleanDataViewType, "true or false (Boolean)"))];

    /// <summary>Keys, counted from 0; −1 where one is missing.</summary>
    public static int[] Keys(IDataView data, string name) => [.. data.GetColumn<uint>(Find(data, name, column => column.Type is KeyDataViewType && column.Type.RawType == typeof(uint), "a key (UInt32)")).Select(key => (int)key - 1)];

    /// <summary>Vectors, one after the other.</summary>
    public static float[] Vectors(IDataView data, string name) =>
        [.. data.GetColumn<float[]>(Find(data, name, column => column.Type is VectorDataViewType { ItemType: NumberDataViewType, IsKnownSize: true } vector && vector.ItemType.RawType == typeof(float), "a vector of numbers (Single)")).SelectMany(vector => vector)];

    public static bool Has(IDataView data, string name) => data.Schema.GetColumnOrNull(name) is not null;

    public static bool HasFlags(IDataView data, string name) => data.Schema.GetColumnOrNull(name)?.Type is BooleanDataViewType;

    /// <summary>The names of the slots of a vector; empty where it has none.</summary>
    public static string[] SlotNames(IDataView data, string name)
    {
        DataViewSchema.Column column = data.Schema[name];
        if (!column.HasSlotNames())
            return [];
        VBuffer<ReadOnlyMemory<char>> names = default;
        column.GetSlotNames(ref names);
        return [.. names.DenseValues().Select(slot => slot.ToString())];
    }

    public static int SizeOf(IDataView data, string name) => data.Schema[name].Type is VectorDataViewType vector ? vector.Size : 1;

    private static DataViewSchema.Column Find(IDataView data, string name, Func<DataViewSchema.Column, bool> fits, string kind)
    {
        if (data.Schema.GetColumnOrNull(name) is not { } column)
            throw new ArgumentException($"There is no column '{name}' in the predictions. There are: {string.Join(", ", data.Schema.Select(other => other.Name))}.");
        return fits(column) ? column : throw new ArgumentException($"The column '{name}' holds {column.Type}, but {kind} is needed.");
    }
}
