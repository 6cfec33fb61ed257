using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.LossExperiments.Data;

/// <summary>Reads the time of a row as a number that grows with time: of a date, a number or a text of either.</summary>
internal sealed class TimeReader
{
    private readonly string _column;
    private readonly TimeTexts? _texts;

    private TimeReader(string column, TimeTexts? texts) => (_column, _texts) = (column, texts);

    /// <summary>Looks at the rows where that is needed: the texts of all decide how each is read.</summary>
    public static TimeReader For(IDataView data, string name)
    {
        DataViewSchema.Column column = data.Schema[name];
        return new TimeReader(name, column.Type is TextDataViewType ? TimeTexts.Of(name, TextsOf(data, column)) : null);
    }

    /// <exception cref="MlpTrainingException">The column is of another type; or, of the function that is returned, a row has no value.</exception>
    public Func<long> Of(DataViewRowCursor cursor)
    {
        DataViewSchema.Column column = cursor.Schema[_column];
        Func<long?> read = column.Type switch
        {
            TextDataViewType => Reader<ReadOnlyMemory<char>>(text => text.Span.IsWhiteSpace() ? null : _texts!.Read(text.Span)),
            DateTimeDataViewType => Reader<DateTime>(date => date == default ? null : date.Ticks),
            DateTimeOffsetDataViewType => Reader<DateTimeOffset>(date => date == default ? null : date.UtcTicks),
            TimeSpanDataViewType => Reader<TimeSpan>(span => span.Ticks),
            NumberDataViewType number when number.RawType == typeof(float) => Reader<float>(value => float.IsNaN(value) ? null : TimeTexts.Ordered(value)),
            NumberDataViewType number when number.RawType == typeof(double) => Reader<double>(value => double.IsNaN(value) ? null : TimeTexts.Ordered(value)),
            NumberDataViewType number when number.RawType == typeof(int) => Reader<int>(value => value),
            NumberDataViewType number when number.RawType == typeof(uint) => Reader<uint>(value => value),
            NumberDataViewType number when number.RawType == typeof(long) => Reader<long>(value => value),
            _ => throw new MlpTrainingException($"The time column '{_column}' is of type {column.Type}, but must hold one date, number or text of either in each row."),
        };
        return () => read() ?? throw new MlpTrainingException($"The time column '{_column}' has no value in row {cursor.Position}, counted from 0. Each row must have one.");

        Func<long?> Reader<T>(Func<T, long?> toTime)
        {
            ValueGetter<T> get = cursor.GetGetter<T>(column);
            T value = default!;
            return () =>
            {
                get(ref value);
                return toTime(value);
            };
        }
    }

    private static IEnumerable<ReadOnlyMemory<char>> TextsOf(IDataView data, DataViewSchema.Column column)
    {
        using DataViewRowCursor cursor = data.GetRowCursor([column]);
        ValueGetter<ReadOnlyMemory<char>> get = cursor.GetGetter<ReadOnlyMemory<char>>(column);
        ReadOnlyMemory<char> text = default;
        while (cursor.MoveNext())
        {
            get(ref text);
            yield return text;
        }
    }
}
