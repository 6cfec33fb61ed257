using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.LossExperiments.Host.Writing;

namespace MLNet.LossExperiments.Host.Models;

/// <summary>A column of predictions as columns that are written: a vector becomes one for each of its slots.</summary>
internal abstract class PredictedValues
{
    /// <summary>The columns that are written.</summary>
    public abstract IReadOnlyList<OutputColumn> Columns { get; }

    /// <summary>What writes the values of a cursor's row, and tells whether all of them are there: a number that is none is not.</summary>
    public abstract Func<TableWriter, bool> WriterOf(DataViewRowCursor cursor);

    /// <param name="column">The column.</param>
    /// <param name="name">What it is called where it is written.</param>
    public static PredictedValues Of(DataViewSchema.Column column, string name) => column.Type switch
    {
        VectorDataViewType { ItemType.RawType: var item } vector when item == typeof(float) => new Numbers(column, name, vector.Size),
        KeyDataViewType => new Key(column, name),
        TextDataViewType => new Text(column, name),
        BooleanDataViewType => new Truth(column, name),
        NumberDataViewType when column.Type.RawType == typeof(float) => new Number(column, name),
        _ => throw CommandException.Failure($"The model gives {column.Type} in '{column.Name}', which cannot be written to a file here."),
    };

    private sealed class Number(DataViewSchema.Column column, string name) : PredictedValues
    {
        public override IReadOnlyList<OutputColumn> Columns => [new(name, IsNumber: true)];

        public override Func<TableWriter, bool> WriterOf(DataViewRowCursor cursor)
        {
            ValueGetter<float> get = cursor.GetGetter<float>(column);
            float value = 0;
            return writer =>
            {
                get(ref value);
                writer.Number(value);
                return !float.IsNaN(value);
            };
        }
    }

    private sealed class Numbers(DataViewSchema.Column column, string name, int size) : PredictedValues
    {
        public override IReadOnlyList<OutputColumn> Columns =>
            [.. (PredictionColumns.SlotsOf(column, size) ?? Enumerable.Range(0, size).Select(i => i.ToString(CultureInfo.InvariantCulture))).Select(slot => new OutputColumn($"{name}.{slot}", IsNumber: true))];

        public override Func<TableWriter, bool> WriterOf(DataViewRowCursor cursor)
        {
            ValueGetter<VBuffer<float>> get = cursor.GetGetter<VBuffer<float>>(column);
            VBuffer<float> buffer = default;
            var values = new float[size];
            return writer =>
            {
                get(ref buffer);
                buffer.CopyTo(values);
                foreach (float value in values)
                    writer.Number(value);
                return !Array.Exists(values, float.IsNaN);
            };
        }
    }

    private sealed class Text(DataViewSchema.Column column, string name) : PredictedValues
    {
        public override IReadOnlyList<OutputColumn> Columns => [new(name, IsNumber: false)];

        public override Func<TableWriter, bool> WriterOf(DataViewRowCursor cursor)
        {
            ValueGetter<ReadOnlyMemory<char>> get = cursor.GetGetter<ReadOnlyMemory<char>>(column);
            ReadOnlyMemory<char> value = default;
            return writer =>
            {
                get(ref value);
                writer.Text(value.Span);
                return true;
            };
        }
    }

    private sealed class Truth(DataViewSchema.Column column, string name) : PredictedValues
    {
        public override IReadOnlyList<OutputColumn> Columns => [new(name, IsNumber: false)];

        public override Func<TableWriter, bool> WriterOf(DataViewRowCursor cursor)
        {
            ValueGetter<bool> get = cursor.GetGetter<bool>(column);
            bool value = false;
            return writer =>
            {
                get(ref value);
                writer.Text(value ? "true" : "false");
                return true;
            };
        }
    }

    private sealed class Key(DataViewSchema.Column column, string name) : PredictedValues
    {
        private readonly string[] _values = [.. Annotation.TextsOf(column, "KeyValues") ?? Enumerable.Range(1, (int)((KeyDataViewType)column.Type).Count).Select(i => i.ToString(CultureInfo.InvariantCulture))];

        public override IReadOnlyList<OutputColumn> Columns => [new(name, IsNumber: false)];

        public override Func<TableWriter, bool> WriterOf(DataViewRowCursor cursor)
        {
            ValueGetter<uint> get = cursor.GetGetter<uint>(column);
            uint value = 0;
            return writer =>
            {
                get(ref value);
                writer.Text(value == 0 ? "" : _values[value - 1]);
                return true;
            };
        }
    }
}
