using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.LossExperiments.Host.Models;

/// <summary>Reads what a model says of rows, and their labels.</summary>
internal static class ScoredRowReader
{
    /// <summary>What reads the row that a cursor is at.</summary>
    /// <param name="model">The model.</param>
    /// <param name="cursor">The cursor, on predictions of the model.</param>
    /// <param name="labels">The column of labels.</param>
    public static Func<ScoredRow> Of(LoadedModel model, DataViewRowCursor cursor, DataViewSchema.Column labels)
    {
        bool isNumber = model.Task == ModelTask.Regression;
        Func<float> target = isNumber ? NumberOf(cursor, labels) : () => float.NaN;
        Func<string> label = isNumber ? () => "" : TextOf(cursor, labels);
        Func<string> predicted = isNumber ? () => "" : TextOf(cursor, cursor.Schema[PredictionColumns.PredictedLabel]);
        Func<float> probability = model.Outputs.HasProbability ? NumberOf(cursor, cursor.Schema[PredictionColumns.Probability]) : () => float.NaN;
        Func<float[]> scores = NumbersOf(cursor, cursor.Schema[PredictionColumns.Score]);
        Func<float[]> variances = isNumber && model.Outputs.Names.Contains(PredictionColumns.ScoreVariance) ? NumbersOf(cursor, cursor.Schema[PredictionColumns.ScoreVariance]) : () => [];
        Func<float[]> quantiles = isNumber && model.Outputs.Names.Contains(PredictionColumns.Quantiles) ? NumbersOf(cursor, cursor.Schema[PredictionColumns.Quantiles]) : () => [];
        return () => new ScoredRow(label(), target(), predicted(), scores(), probability())
        {
            Number = (int)cursor.Position,
            Variance = variances() is [var only] ? only : float.NaN,
            Quantiles = quantiles(),
        };
    }

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
        if (column.Type is not VectorDataViewType)
        {
            Func<float> number = NumberOf(cursor, column);
            return () => [number()];
        }
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
        Func<Writing.TableWriter, bool> write = PredictedValues.Of(column, column.Name).WriterOf(cursor);
        return () =>
        {
            write(text);
            return text.Value;
        };
    }
}
