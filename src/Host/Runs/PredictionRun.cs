using System.Numerics.Tensors;
using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.LossExperiments.Host.Formats;
using MLNet.LossExperiments.Host.Models;
using MLNet.LossExperiments.Host.Terminal;
using MLNet.LossExperiments.Host.Writing;

namespace MLNet.LossExperiments.Host.Runs;

/// <summary>Predicts the rows of a file one by one as they are read, and writes them as they come: memory does not grow with the file.</summary>
internal sealed class PredictionRun(LoadedModel model, TableSource source, ModelInputs inputs, IReadOnlyList<int> kept, Screen screen, CancellationToken stop)
{
    // A progress that is told of every row would cost more than the row.
    private const int RowsPerNote = 1 << 10;

    /// <summary>Predicts.</summary>
    /// <param name="createWriter">Makes what writes the columns.</param>
    /// <returns>The number of rows, and of those whose score is no number.</returns>
    public (long Rows, long Unscored) Run(Func<IReadOnlyList<OutputColumn>, TableWriter> createWriter)
    {
        var data = new FileDataView(source, model, inputs, [.. kept.Select(place => CarriedColumn.Verbatim(source, place))], stop);
        IDataView predictions = model.Transformer.Transform(data);
        DataViewSchema schema = predictions.Schema;
        PredictedValues[] columns =
        [
            .. data.CarriedNames.Zip(kept, (carried, place) => PredictedValues.Of(schema[carried], source.ColumnNames[place])),
            .. model.Outputs.Names.Select(name => PredictedValues.Of(schema[name], name)),
        ];
        using TableWriter writer = createWriter(Named([.. columns.SelectMany(column => column.Columns)]));
        return screen.WorkProgress().Watch(new Work("predicting", "bytes", source.Length), note =>
        {
            using DataViewRowCursor cursor = predictions.GetRowCursor([.. data.CarriedNames.Concat(model.Outputs.Names).Select(name => schema[name])]);
            (long, long) counts = Write(cursor, columns, writer, () => note(source.BytesRead));
            writer.Complete();
            return counts;
        });
    }

    private static (long Rows, long Unscored) Write(DataViewRowCursor cursor, PredictedValues[] columns, TableWriter writer, Action note)
    {
        Action<TableWriter>[] writers = [.. columns.Select(column => column.WriterOf(cursor))];
        Func<bool> isScored = IsScored(cursor);
        long rows = 0, unscored = 0;
        while (cursor.MoveNext())
        {
            foreach (Action<TableWriter> write in writers)
                write(writer);
            writer.EndRow();
            if (!isScored())
                unscored++;
            if (++rows % RowsPerNote == 0)
                note();
        }
        return (rows, unscored);
    }

    private static Func<bool> IsScored(DataViewRowCursor cursor)
    {
        DataViewSchema.Column score = cursor.Schema[PredictionColumns.Score];
        if (score.Type is VectorDataViewType)
        {
            ValueGetter<VBuffer<float>> getAll = cursor.GetGetter<VBuffer<float>>(score);
            VBuffer<float> values = default;
            return () =>
            {
                getAll(ref values);
                return !float.IsNaN(TensorPrimitives.MaxMagnitude(values.GetValues()));
            };
        }
        ValueGetter<float> get = cursor.GetGetter<float>(score);
        float value = 0;
        return () =>
        {
            get(ref value);
            return !float.IsNaN(value);
        };
    }

    // A kept column may be called as one of the predictions is.
    private static OutputColumn[] Named(IReadOnlyList<OutputColumn> columns)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return [.. columns.Select(column => column with { Name = ColumnNames.Claim(column.Name, taken) })];
    }
}
