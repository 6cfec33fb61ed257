using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.LossExperiments.Data;
using MLNet.LossExperiments.Splits;

namespace MLNet.LossExperiments.Experiments;

/// <summary>Reads what splits respect: the class of each row, by any number, its group and its time.</summary>
internal static class ExperimentTraits
{
    /// <param name="data">The rows.</param>
    /// <param name="label">The label column; null where it is no class. All rows are of one class where it is none, or comes only with the preparation of the rows.</param>
    /// <param name="groupColumn">The column of the groups; null for none.</param>
    /// <param name="timeColumn">The column of the times; null for none.</param>
    /// <exception cref="MlpTrainingException">A group or time is missing.</exception>
    public static RowTraits Read(IDataView data, string? label, string? groupColumn, string? timeColumn)
    {
        var classes = new List<int>();
        var marks = new RowMarks(groupColumn, timeColumn);
        DataViewSchema.Column? column = label is null ? null : data.Schema.GetColumnOrNull(label);
        using DataViewRowCursor cursor = data.GetRowCursor([.. marks.ColumnsOf(data.Schema), .. column is { } wanted ? [wanted] : (DataViewSchema.Column[])[]]);
        Func<int> read = column is { } there ? ReaderOf(cursor, there) : () => 0;
        Action readMarks = marks.ReaderOf(data, cursor);
        while (cursor.MoveNext())
        {
            classes.Add(read());
            readMarks();
        }
        return marks.Traits(classes.Count, classes);
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
