using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.LossExperiments.Host.Models;

/// <summary>Reads what ML.NET notes about a column.</summary>
internal static class Annotation
{
    /// <summary>The values of an annotation as texts; null where there is none, or none that can be read so.</summary>
    public static IReadOnlyList<string>? TextsOf(DataViewSchema.Column column, string kind)
    {
        if (column.Annotations.Schema.GetColumnOrNull(kind)?.Type is not VectorDataViewType type)
            return null;
        return type.ItemType.RawType switch
        {
            var raw when raw == typeof(ReadOnlyMemory<char>) => Read<ReadOnlyMemory<char>>(column, kind, text => text.ToString()),
            var raw when raw == typeof(float) => Read<float>(column, kind, number => number.ToString(CultureInfo.InvariantCulture)),
            var raw when raw == typeof(double) => Read<double>(column, kind, number => number.ToString(CultureInfo.InvariantCulture)),
            var raw when raw == typeof(int) => Read<int>(column, kind, number => number.ToString(CultureInfo.InvariantCulture)),
            var raw when raw == typeof(uint) => Read<uint>(column, kind, number => number.ToString(CultureInfo.InvariantCulture)),
            var raw when raw == typeof(long) => Read<long>(column, kind, number => number.ToString(CultureInfo.InvariantCulture)),
            var raw when raw == typeof(bool) => Read<bool>(column, kind, value => value ? "true" : "false"),
            _ => null,
        };
    }

    private static string[] Read<T>(DataViewSchema.Column column, string kind, Func<T, string> text)
    {
        VBuffer<T> values = default;
        column.Annotations.GetValue(kind, ref values);
        return [.. values.DenseValues().Select(text)];
    }
}
