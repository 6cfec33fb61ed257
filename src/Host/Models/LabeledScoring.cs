using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.LossExperiments.Host.Formats;
using MLNet.LossExperiments.Host.Terminal;

namespace MLNet.LossExperiments.Host.Models;

/// <summary>Scores the rows of a file that have a label.</summary>
internal sealed class LabeledScoring(LoadedModel model, TableSource source, ModelInputs inputs, int label, Screen screen, CancellationToken stop)
{
    private const int RowsPerNote = 1 << 10;

    /// <summary>The rows without a label, which are left out.</summary>
    public int Unlabeled { get; private set; }

    public IReadOnlyList<ScoredRow> Run()
    {
        bool isNumber = model.Task == ModelTask.Regression;
        var data = new FileDataView(source, model, inputs, [isNumber ? CarriedColumn.Numbers(source, label) : CarriedColumn.Words(source, label)], stop);
        IDataView predictions = model.Transformer.Transform(data);
        DataViewSchema.Column labels = predictions.Schema[data.CarriedNames[0]];
        return screen.WorkProgress().Watch(new Work("predicting", "bytes", source.Length), note =>
        {
            using DataViewRowCursor cursor = predictions.GetRowCursor([labels, .. model.Outputs.All(predictions.Schema)]);
            Func<ScoredRow> read = ReaderOf(cursor, labels, isNumber);
            var rows = new List<ScoredRow>();
            while (cursor.MoveNext())
            {
                ScoredRow row = read();
                if (isNumber ? float.IsNaN(row.Target) : row.Label.Length == 0)
                    Unlabeled++;
                else
                    rows.Add(row);
                if (cursor.Position % RowsPerNote == 0)
                    note(source.BytesRead);
            }
            return rows;
        });
    }

    private Func<ScoredRow> ReaderOf(DataViewRowCursor cursor, DataViewSchema.Column labels, bool isNumber)
    {
        Func<float> target = isNumber ? NumberOf(cursor, labels) : () => float.NaN;
        Func<string> label = isNumber ? () => "" : TextOf(cursor, labels);
        Func<string> predicted = isNumber ? () => "" : TextOf(cursor, cursor.Schema[PredictionColumns.PredictedLabel]);
        Func<float> probability = model.Outputs.HasProbability ? NumberOf(cursor, cursor.Schema[PredictionColumns.Probability]) : () => float.NaN;
        DataViewSchema.Column score = cursor.Schema[PredictionColumns.Score];
        Func<float[]> scores = score.Type is VectorDataViewType ? NumbersOf(cursor, score) : OneOf(NumberOf(cursor, score));
        return () => new ScoredRow(label(), target(), predicted(), scores(), probability());
    }

    private static Func<float[]> OneOf(Func<float> number) => () => [number()];

    private static Func<float> NumberOf(DataViewRowCursor cursor, DataViewSchema.Column column)
    {
        ValueGetter<float> get = cursor.GetGetter<float>(column);
        float value = 0;
        return () =>
        {
            get(ref value);
            return value;
        };
    }

    private static Func<float[]> NumbersOf(DataViewRowCursor cursor, DataViewSchema.Column column)
    {
        ValueGetter<VBuffer<float>> get = cursor.GetGetter<VBuffer<float>>(column);
        VBuffer<float> values = default;
        return () =>
        {
            get(ref values);
            return [.. values.DenseValues()];
        };
    }

    // The text of a class as it would be written, whatever its type.
    private static Func<string> TextOf(DataViewRowCursor cursor, DataViewSchema.Column column)
    {
        var text = new ClassText();
        Action<Writing.TableWriter> write = PredictedValues.Of(column, column.Name).WriterOf(cursor);
        return () =>
        {
            write(text);
            return text.Value;
        };
    }
}
