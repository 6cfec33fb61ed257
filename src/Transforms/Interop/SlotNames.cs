using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.LossExperiments.Interop;

/// <summary>The names of the slots of a vector column.</summary>
internal static class SlotNames
{
    // A multiclass model whose label was no text names its classes so.
    private const string ClassValues = AnnotationUtils.Kinds.TrainingLabelValues;

    /// <summary>The names, or those of the classes; empty where there are none.</summary>
    public static IReadOnlyList<string> Of(DataViewSchema.Column column)
    {
        if (column.Type is not VectorDataViewType { IsKnownSize: true } vector)
            return [];
        if (column.Annotations.Schema.GetColumnOrNull(ClassValues) is { } values)
            return Values(column.Annotations, values);
        return column.HasSlotNames(vector.Size) && column.Annotations.Schema.GetColumnOrNull(AnnotationUtils.Kinds.SlotNames) is { } names ? Values(column.Annotations, names) : [];
    }

    private static string[] Values(DataViewSchema.Annotations annotations, DataViewSchema.Column column) => ((VectorDataViewType)column.Type).ItemType.RawType switch
    {
        Type type when type == typeof(ReadOnlyMemory<char>) => Values<ReadOnlyMemory<char>>(annotations, column),
        Type type when type == typeof(float) => Values<float>(annotations, column),
        Type type when type == typeof(double) => Values<double>(annotations, column),
        Type type when type == typeof(int) => Values<int>(annotations, column),
        Type type when type == typeof(long) => Values<long>(annotations, column),
        Type type when type == typeof(uint) => Values<uint>(annotations, column),
        Type type when type == typeof(ulong) => Values<ulong>(annotations, column),
        Type type when type == typeof(bool) => Values<bool>(annotations, column),
        _ => [],
    };

    private static string[] Values<T>(DataViewSchema.Annotations annotations, DataViewSchema.Column column)
    {
        VBuffer<T> values = default;
        annotations.GetValue(column.Name, ref values);
        return [.. values.DenseValues().Select(value => string.Create(CultureInfo.InvariantCulture, $"{value}"))];
    }
}
