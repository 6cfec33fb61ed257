using Microsoft.ML;
using MLNet.LossExperiments.Splits;

namespace MLNet.LossExperiments.Data;

/// <summary>Reads the groups and times of rows, beside the rows themselves. A group has the same number in every pass.</summary>
/// <param name="groupColumn">The column of the groups; null for none.</param>
/// <param name="timeColumn">The column of the times; null for none.</param>
internal sealed class RowMarks(string? groupColumn, string? timeColumn)
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<int> _groups = [];
    private readonly List<long> _times = [];
    private TimeReader? _timeReader;

    /// <summary>The columns to be read.</summary>
    /// <exception cref="MlpTrainingException">One is not there.</exception>
    public IEnumerable<DataViewSchema.Column> ColumnsOf(DataViewSchema schema)
    {
        if (groupColumn is not null)
            yield return Find(schema, nameof(MlpOptions.GroupColumnName), groupColumn);
        if (timeColumn is not null)
            yield return Find(schema, nameof(MlpOptions.TimeColumnName), timeColumn);
    }

    /// <summary>What takes the marks of the row at which a cursor stands.</summary>
    /// <param name="data">The rows.</param>
    /// <param name="cursor">The cursor, with the columns above.</param>
    /// <exception cref="MlpTrainingException">A column is of a type that cannot be used.</exception>
    public Action ReaderOf(IDataView data, DataViewRowCursor cursor)
    {
        Action read = () => { };
        if (groupColumn is not null)
        {
            Func<string> group = GroupReader.Of(cursor, cursor.Schema[groupColumn]);
            read += () => _groups.Add(NumberOf(group()));
        }
        if (timeColumn is not null)
        {
            _timeReader ??= TimeReader.For(data, timeColumn);
            Func<long> time = _timeReader.Of(cursor);
            read += () => _times.Add(time());
        }
        return read;
    }

    /// <summary>Forgets the rows, for the next block.</summary>
    public void Clear()
    {
        _groups.Clear();
        _times.Clear();
    }

    /// <summary>What a split of the rows respects that were read since the last <see cref="Clear"/>.</summary>
    /// <param name="count">Their number.</param>
    /// <param name="classes">Their classes; null for none.</param>
    public RowTraits Traits(int count, IReadOnlyList<int>? classes) => new(count)
    {
        Classes = classes,
        Groups = groupColumn is null ? null : [.. _groups],
        Times = timeColumn is null ? null : [.. _times],
        GroupColumn = groupColumn,
        TimeColumn = timeColumn,
    };

    private int NumberOf(string group)
    {
        if (!_numbers.TryGetValue(group, out int number))
            _numbers.Add(group, number = _numbers.Count);
        return number;
    }

    private static DataViewSchema.Column Find(DataViewSchema schema, string option, string name) =>
        schema.GetColumnOrNull(name) ?? throw new MlpTrainingException($"{option} is '{name}', but the rows have no such column. Their columns are {string.Join(", ", schema.Select(column => column.Name))}.");
}
