using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.LossExperiments.Features;
using MLNet.LossExperiments.Host.Formats;
using MLNet.LossExperiments.Host.Tables;

namespace MLNet.LossExperiments.Host.Models;

/// <summary>How an input of a model is read from columns of a file.</summary>
internal abstract class FileColumn
{
    /// <summary>What gives the value at the current row, a <c>ValueGetter</c> of the input's type.</summary>
    public abstract Delegate GetterOf(RowReader rows);

    /// <param name="source">The file.</param>
    /// <param name="type">The type of the input.</param>
    /// <param name="places">The places of the columns in the file; null where the input is not needed.</param>
    /// <param name="tally">Counts what is missing or unknown; null where nobody knows what training had.</param>
    public static FileColumn Of(TableSource source, DataViewType type, IReadOnlyList<int>? places, ColumnTally? tally = null)
    {
        if (places is null)
            return (FileColumn)Activator.CreateInstance(typeof(Unneeded<>).MakeGenericType(type.RawType))!;
        return type switch
        {
            VectorDataViewType { ItemType.RawType: var item } when item == typeof(float) => new Numbers(source, [.. places]),
            TextDataViewType => new Text(places[0], tally),
            BooleanDataViewType => new Values<bool>(source, places[0], "true or false, or another such pair", rows => TruthOf(rows, places[0])),
            NumberDataViewType when type.RawType == typeof(float) => new Number(source, places[0], tally),
            NumberDataViewType when type.RawType == typeof(double) => new Values<double>(source, places[0], "a number", rows => rows.TryReadPrecise(places[0], out double number) ? number : rows.IsMissing(places[0]) ? double.NaN : null),
            NumberDataViewType when type.RawType == typeof(int) => Whole(source, places[0], value => (int)value),
            NumberDataViewType when type.RawType == typeof(uint) => Whole(source, places[0], value => (uint)value),
            NumberDataViewType when type.RawType == typeof(long) => Whole(source, places[0], value => value),
            NumberDataViewType when type.RawType == typeof(ulong) => Whole(source, places[0], value => (ulong)value),
            NumberDataViewType when type.RawType == typeof(short) => Whole(source, places[0], value => (short)value),
            NumberDataViewType when type.RawType == typeof(ushort) => Whole(source, places[0], value => (ushort)value),
            NumberDataViewType when type.RawType == typeof(sbyte) => Whole(source, places[0], value => (sbyte)value),
            NumberDataViewType when type.RawType == typeof(byte) => Whole(source, places[0], value => (byte)value),
            DateTimeDataViewType => new Values<DateTime>(source, places[0], "a date", rows => DateFormats.TryRead(rows.TextOf(places[0]), out DateTime date) ? date : null),
            _ => throw CommandException.Failure($"The model takes {type} for '{source.ColumnNames[places[0]]}', which cannot be read from a file here. Inputs may be numbers, texts, truth values, dates, and vectors of numbers."),
        };
    }

    /// <summary>The texts of a column as they stand in the file.</summary>
    public static FileColumn Verbatim(int place) => new Raw(place);

    private static bool? TruthOf(RowReader rows, int place) =>
        rows.TryReadNumber(place, out float number) && number is 0 or 1 ? number == 1 : TruthWords.Read(rows.TextOf(place));

    private static Values<T> Whole<T>(TableSource source, int place, Func<long, T> convert)
        where T : struct => new(source, place, "a whole number", rows =>
        {
            if (rows.IsMissing(place) || !long.TryParse(rows.TextOf(place), NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out long value))
                return null;
            T converted = convert(value);
            return converted.ToString() == value.ToString(CultureInfo.InvariantCulture) ? converted : null;
        });

    private static CommandException NotAllowed(TableSource source, RowReader rows, int place, string allowed)
    {
        string fault = rows.IsMissing(place) ? $"a value is missing, but must be {allowed}" : $"{CellText.Quote(rows.TextOf(place))} is not {allowed}";
        return CommandException.Failure($"{source.PlaceOf(rows.Place)}, column '{source.ColumnNames[place]}': {fault}, which the model takes there.");
    }

    private static CommandException NoNumber(TableSource source, RowReader rows, int place) => CommandException.Failure(
        $"{source.PlaceOf(rows.Place)}, column '{source.ColumnNames[place]}': {CellText.Quote(rows.TextOf(place))} {rows.WhyNoNumber(place)}, which the model takes there.");

    private sealed class Unneeded<T> : FileColumn
    {
        public override Delegate GetterOf(RowReader rows) => (ValueGetter<T>)((ref T value) => value = default!);
    }

    private sealed class Number(TableSource source, int place, ColumnTally? tally) : FileColumn
    {
        public override Delegate GetterOf(RowReader rows) => (ValueGetter<float>)((ref float value) =>
        {
            if (!rows.TryReadNumber(place, out value))
                throw NoNumber(source, rows, place);
            if (float.IsNaN(value))
                tally?.AddMissing(rows.Place);
        });
    }

    private sealed class Numbers(TableSource source, int[] places) : FileColumn
    {
        public override Delegate GetterOf(RowReader rows) => (ValueGetter<VBuffer<float>>)((ref VBuffer<float> value) =>
        {
            VBufferEditor<float> editor = VBufferEditor.Create(ref value, places.Length);
            for (int i = 0; i < places.Length; i++)
            {
                if (!rows.TryReadNumber(places[i], out editor.Values[i]))
                    throw NoNumber(source, rows, places[i]);
            }
            value = editor.Commit();
        });
    }

    private sealed class Text(int place, ColumnTally? tally) : FileColumn
    {
        public override Delegate GetterOf(RowReader rows) => (ValueGetter<ReadOnlyMemory<char>>)((ref ReadOnlyMemory<char> value) =>
        {
            if (rows.IsMissing(place))
            {
                tally?.AddMissing(rows.Place);
                value = default;
                return;
            }
            string text = rows.TextOf(place).Trim();
            value = tally?.Add(rows.Place, text) == false ? default : text.AsMemory();
        });
    }

    private sealed class Raw(int place) : FileColumn
    {
        public override Delegate GetterOf(RowReader rows) => (ValueGetter<ReadOnlyMemory<char>>)((ref ReadOnlyMemory<char> value) => value = rows.TextOf(place).AsMemory());
    }

    private sealed class Values<T>(TableSource source, int place, string allowed, Func<RowReader, T?> read) : FileColumn
        where T : struct
    {
        public override Delegate GetterOf(RowReader rows) => (ValueGetter<T>)((ref T value) => value = read(rows) ?? throw NotAllowed(source, rows, place, allowed));
    }
}
