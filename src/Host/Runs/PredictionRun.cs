using Microsoft.ML;
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

    /// <summary>What was missing or unknown in the rows, column by column.</summary>
    public IReadOnlyList<ColumnTally> Tallies { get; private set; } = [];

    /// <summary>Predicts.</summary>
    /// <param name="createWriter">Makes what writes the columns.</param>
    /// <returns>The number of rows, and of those whose score is no number.</returns>
    public (long Rows, long Unscored) Run(Func<IReadOnlyList<OutputColumn>, TableWriter> createWriter)
    {
        var data = new FileDataView(source, model, inputs, [.. kept.Select(place => CarriedColumn.Verbatim(source, place))], stop);
        Tallies = data.Tallies;
        IDataView predictions = model.Transformer.Transform(data);
        DataViewSchema schema = predictions.Schema;
        PredictedValues[] columns =
        [
            .. data.CarriedNames.Zip(kept, (carried, place) => PredictedValues.Of(schema[carried], source.ColumnNames[place])),
            .. model.Outputs.Names.Select(name => PredictedValues.Of(schema[name], name)),
        ];
        int score = kept.Count + model.Outputs.Names.Index().Single(name => name.Item == PredictionColumns.Score).Index;
        using TableWriter writer = createWriter(Named([.. columns.SelectMany(column => column.Columns)]));
        return screen.WorkProgress().Watch(new Work("predicting", "bytes", source.Length), note =>
        {
            using DataViewRowCursor cursor = predictions.GetRowCursor([.. data.CarriedNames.Concat(model.Outputs.Names).Select(name => schema[name])]);
            (long, long) counts = Write(cursor, columns, score, writer, () => note(source.BytesRead));
            writer.Complete();
            return counts;
        });
    }

    private static (long Rows, long Unscored) Write(DataViewRowCursor cursor, PredictedValues[] columns, int score, TableWriter writer, Action note)
    {
        Func<TableWriter, bool>[] writers = [.. columns.Select(column => column.WriterOf(cursor))];
        long rows = 0, unscored = 0;
        while (cursor.MoveNext())
        {
            for (int i = 0; i < writers.Length; i++)
            {
                // To ask for the score once more would compute it once more.
                bool isThere = writers[i](writer);
                if (i == score && !isThere)
                    unscored++;
            }
            writer.EndRow();
            if (++rows % RowsPerNote == 0)
                note();
        }
        return (rows, unscored);
    }

    // A kept column may be called as one of the predictions is.
    private static OutputColumn[] Named(IReadOnlyList<OutputColumn> columns)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return [.. columns.Select(column => column with { Name = ColumnNames.Claim(column.Name, taken) })];
    }
}
