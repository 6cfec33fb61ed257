using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.LossExperiments.Experiments;

/// <summary>Reads the class of each row, by any number, so that splits can spread classes evenly.</summary>
internal static class RowClasses
{
    /// <param name="data">The rows.</param>
    /// <param name="label">The label column; null where it is no class.</param>
    /// <returns>A number for each row. All are alike where the label is none, or comes only with the preparation of the rows.</returns>
    public static List<int> Read(IDataView data, string? label)
    {
        var classes = new List<int>();
        DataViewSchema.Column? column = label is null ? null : data.Schema.GetColumnOrNull(label);
        using DataViewRowCursor cursor = data.GetRowCursor(column is { } wanted ? [wanted] : []);
        Func<int> read = column is { } there ? ReaderOf(cursor, there) : () => 0;
        while (cursor.MoveNext())
            classes.Add(read());
        return classes;
    }

    private static Func<int> ReaderOf(DataViewRowCursor cursor, DataViewSchema.Column column)
    {
        if (column.Type is BooleanDataViewType)
            return ReaderOf<bool>(cursor, column, value => value ? 1 : 0);
        return column.Type is KeyDataViewType && column.Type.RawType == typeof(uint) ? ReaderOf<uint>(cursor, column, value => (int)value) : () => 0;
    }

    private static Func<int> ReaderOf<T>(DataViewRowCursor cursor, DataViewSchema.Column column, Func<T, int> toClass)
    {
        ValueGetter<T> get = cursor.GetGetter<T>(column);
        T value = default!;
        return () =>
        {
            get(ref value);
            return toClass(value);
        };
    }
}
