using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.LossExperiments.Reports;

/// <summary>Counts what a column holds.</summary>
internal static class ColumnCensus
{
    public static ColumnSummary Of(IDataView data, DataViewSchema.Column column, string role) => column.Type switch
    {
        VectorDataViewType { ItemType: NumberDataViewType, IsKnownSize: true } vector when vector.ItemType.RawType == typeof(float) => OfVectors(data, column, role, vector.Size),
        NumberDataViewType when column.Type.RawType == typeof(float) => OfNumbers(column, role, data.GetColumn<float>(column).Select(value => (double)value)),
        NumberDataViewType when column.Type.RawType == typeof(double) => OfNumbers(column, role, data.GetColumn<double>(column)),
        NumberDataViewType when column.Type.RawType == typeof(int) => OfNumbers(column, role, data.GetColumn<int>(column).Select(value => (double)value)),
        NumberDataViewType when column.Type.RawType == typeof(long) => OfNumbers(column, role, data.GetColumn<long>(column).Select(value => (double)value)),
        BooleanDataViewType => OfValues(column, role, "flag", data.GetColumn<bool>(column).Select(value => value ? "true" : "false")),
        KeyDataViewType when column.Type.RawType == typeof(uint) => OfValues(column, role, "category", data.GetColumn<uint>(column).Select(key => key == 0 ? "" : key.ToString(CultureInfo.InvariantCulture))),
        TextDataViewType => OfValues(column, role, "text", data.GetColumn<string>(column).Select(text => text ?? "")),
        _ => new ColumnSummary(column.Name, role, column.Type.ToString() ?? "other", 0, Remark: "Its values were not counted."),
    };

    private static ColumnSummary OfNumbers(DataViewSchema.Column column, string role, IEnumerable<double> values)
    {
        double[] all = [.. values];
        double[] there = [.. all.Where(value => !double.IsNaN(value))];
        return new ColumnSummary(column.Name, role, "number", all.Length - there.Length, there.Distinct().LongCount(), NumberSummary.Of(there));
    }

    private static ColumnSummary OfValues(DataViewSchema.Column column, string role, string kind, IEnumerable<string> values)
    {
        long missing = 0;
        var distinct = new HashSet<string>(StringComparer.Ordinal);
        foreach (string value in values)
        {
            if (value.Length == 0)
                missing++;
            else
                distinct.Add(value);
        }
        return new ColumnSummary(column.Name, role, kind, missing, distinct.Count);
    }

    private static ColumnSummary OfVectors(IDataView data, DataViewSchema.Column column, string role, int size) =>
        new(column.Name, role, $"{size} numbers", data.GetColumn<float[]>(column).LongCount(vector => vector.Any(float.IsNaN)), Remark: "A row counts as missing where any of its numbers is.");
}
