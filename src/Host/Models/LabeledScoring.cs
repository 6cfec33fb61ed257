using Microsoft.ML;
using MLNet.LossExperiments.Host.Formats;
using MLNet.LossExperiments.Host.Terminal;

namespace MLNet.LossExperiments.Host.Models;

/// <summary>Scores the rows of a file that have a label.</summary>
internal sealed class LabeledScoring(LoadedModel model, TableSource source, ModelInputs inputs, int label, Screen screen, CancellationToken stop)
{
    private const int RowsPerNote = 1 << 10;

    /// <summary>The rows without a label, which are left out.</summary>
    public int Unlabeled { get; private set; }

    /// <param name="only">The numbers of the rows to score, from 0; null for all.</param>
    public IReadOnlyList<ScoredRow> Run(IReadOnlySet<int>? only = null)
    {
        bool isNumber = model.Task == ModelTask.Regression;
        FileDataView data = Labeled(null);
        IDataView predictions = model.Transformer.Transform(data);
        DataViewSchema.Column labels = predictions.Schema[data.CarriedNames[0]];
        return screen.WorkProgress().Watch(new Work("predicting", "bytes", source.Length), note =>
        {
            using DataViewRowCursor cursor = predictions.GetRowCursor([labels, .. model.Outputs.All(predictions.Schema)]);
            Func<ScoredRow> read = ScoredRowReader.Of(model, cursor, labels);
            var rows = new List<ScoredRow>();
            while (cursor.MoveNext())
            {
                if (cursor.Position % RowsPerNote == 0)
                    note(source.BytesRead);
                if (only?.Contains((int)cursor.Position) == false)
                    continue;
                ScoredRow row = read();
                if (isNumber ? float.IsNaN(row.Target) : row.Label.Length == 0)
                    Unlabeled++;
                else
                    rows.Add(row);
            }
            return rows;
        });
    }

    /// <summary>Scores other rows of the same columns, all of which have labels.</summary>
    /// <param name="open">Opens them.</param>
    public IReadOnlyList<ScoredRow> Score(Func<RowReader> open)
    {
        FileDataView data = Labeled(open);
        IDataView predictions = model.Transformer.Transform(data);
        DataViewSchema.Column labels = predictions.Schema[data.CarriedNames[0]];
        using DataViewRowCursor cursor = predictions.GetRowCursor([labels, .. model.Outputs.All(predictions.Schema)]);
        Func<ScoredRow> read = ScoredRowReader.Of(model, cursor, labels);
        var rows = new List<ScoredRow>();
        while (cursor.MoveNext())
            rows.Add(read());
        return rows;
    }

    private FileDataView Labeled(Func<RowReader>? open) =>
        new(source, model, inputs, [model.Task == ModelTask.Regression ? CarriedColumn.Numbers(source, label) : CarriedColumn.Words(source, label)], stop, open);
}
