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

    /// <summary>What was missing or unknown in the rows that were run, column by column.</summary>
    public IReadOnlyList<ColumnTally> Tallies { get; private set; } = [];

    /// <param name="only">The numbers of the rows to score, from 0; null for all.</param>
    public IReadOnlyList<ScoredRow> Run(IReadOnlySet<int>? only = null)
    {
        Func<ScoredRow, bool> hasLabel = model.Task == ModelTask.Regression ? row => !float.IsNaN(row.Target) : row => row.Label.Length > 0;
        return screen.WorkProgress().Watch(new Work("predicting", "bytes", source.Length), note =>
        {
            FileDataView data = Labeled(null);
            Tallies = data.Tallies;
            ScoredRow[] all = [.. Read(data, position =>
            {
                if (position % RowsPerNote == 0)
                    note(source.BytesRead);
                return only?.Contains((int)position) != false;
            })];
            ScoredRow[] labeled = [.. all.Where(hasLabel)];
            Unlabeled += all.Length - labeled.Length;
            return labeled;
        });
    }

    /// <summary>Scores other rows of the same columns, all of which have labels.</summary>
    /// <param name="open">Opens them.</param>
    public IReadOnlyList<ScoredRow> Score(Func<RowReader> open) => [.. Read(Labeled(open), _ => true)];

    private IEnumerable<ScoredRow> Read(FileDataView data, Func<long, bool> isWanted)
    {
        IDataView predictions = model.Transformer.Transform(data);
        DataViewSchema.Column labels = predictions.Schema[data.CarriedNames[0]];
        using DataViewRowCursor cursor = predictions.GetRowCursor([labels, .. model.Outputs.All(predictions.Schema)]);
        Func<ScoredRow> read = ScoredRowReader.Of(model, cursor, labels);
        while (cursor.MoveNext())
        {
            if (isWanted(cursor.Position))
                yield return read();
        }
    }

    private FileDataView Labeled(Func<RowReader>? open) =>
        new(source, model, inputs, [model.Task == ModelTask.Regression ? CarriedColumn.Numbers(source, label) : CarriedColumn.Words(source, label)], stop, open);
}
