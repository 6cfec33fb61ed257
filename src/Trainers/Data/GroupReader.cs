using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.LossExperiments.Data;

/// <summary>Reads the group of a row: a text, a key, a number or a truth value, as text.</summary>
internal static class GroupReader
{
    /// <exception cref="MlpTrainingException">The column is of another type; or, of the function that is returned, a row has no value.</exception>
    public static Func<string> Of(DataViewRowCursor cursor, DataViewSchema.Column column)
    {
        Func<string?> read = column.Type switch
        {
            TextDataViewType => Reader<ReadOnlyMemory<char>>(text => text.Span.IsWhiteSpace() ? null : text.ToString().Trim()),
            BooleanDataViewType => Reader<bool>(value => value ? "true" : "false"),
            KeyDataViewType key when key.RawType == typeof(uint) => Reader<uint>(value => value == 0 ? null : Text(value)),
            KeyDataViewType key when key.RawType == typeof(ulong) => Reader<ulong>(value => value == 0 ? null : Text(value)),
            NumberDataViewType number when number.RawType == typeof(float) => Reader<float>(value => float.IsNaN(value) ? null : Text(value)),
            NumberDataViewType number when number.RawType == typeof(double) => Reader<double>(value => double.IsNaN(value) ? null : Text(value)),
            NumberDataViewType number when number.RawType == typeof(int) => Reader<int>(value => Text(value)),
            NumberDataViewType number when number.RawType == typeof(uint) => Reader<uint>(value => Text(value)),
            NumberDataViewType number when number.RawType == typeof(long) => Reader<long>(value => Text(value)),
            NumberDataViewType number when number.RawType == typeof(ulong) => Reader<ulong>(value => Text(value)),
            _ => throw new MlpTrainingException($"The group column '{column.Name}' is of type {column.Type}, but must hold one text, key, number or truth value in each row."),
        };
        return () => read() ?? throw new MlpTrainingException($"The group column '{column.Name}' has no value in row {cursor.Position}, counted from 0. Each row must have one.");

        Func<string?> Reader<T>(Func<T, string?> toText)
        {
            ValueGetter<T> get = cursor.GetGetter<T>(column);
            T value = default!;
            return () =>
            {
                get(ref value);
                return toText(value);
            };
        }
    }

    private static string Text(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);
}
