using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.LossExperiments.Host.Formats;
using MLNet.LossExperiments.Host.Learning;

namespace MLNet.LossExperiments.Host.Models;

/// <summary>How good a model's predictions are.</summary>
/// <param name="Rows">The number of rows that it was measured on.</param>
/// <param name="Strangers">The rows of classes that the model does not know, which were left out.</param>
/// <param name="Classes">The classes in the order of the scores; for two, the negative one first. Empty for numbers.</param>
/// <param name="Metrics">The metrics.</param>
/// <param name="Confusion">For each class, by its place, how many of its rows were predicted to be of each class. Empty for numbers.</param>
internal sealed record Evaluation(int Rows, int Strangers, IReadOnlyList<string> Classes, IReadOnlyList<Metric> Metrics, IReadOnlyList<IReadOnlyList<int>> Confusion)
{
    /// <summary>Measures.</summary>
    /// <exception cref="CommandException">The rows do not serve.</exception>
    public static Evaluation Of(MLContext ml, LoadedModel model, TableSource source, string label, IReadOnlyList<ScoredRow> rows)
    {
        if (rows.Count == 0)
            throw NoLabels(source, label);
        return model.Task switch
        {
            ModelTask.Regression => OfNumbers(ml, rows),
            _ => OfClasses(ml, model, source, label, rows),
        };
    }

    private static Evaluation OfNumbers(MLContext ml, IReadOnlyList<ScoredRow> rows)
    {
        if (rows[0].Scores.Length > 1)
            throw SeveralNumbers();
        IDataView data = ml.Data.LoadFromEnumerable(rows.Select(row => new NumberRow { Label = row.Target, Score = row.Scores[0] }));
        return new Evaluation(rows.Count, 0, [], TaskMetrics.OfRegression(ml, data, nameof(NumberRow.Label)), []);
    }

    private static Evaluation OfClasses(MLContext ml, LoadedModel model, TableSource source, string label, IReadOnlyList<ScoredRow> rows)
    {
        ModelClasses classes = ModelClasses.Of(model, source, rows);
        (ScoredRow Row, int Label, int Predicted)[] known = [.. rows.Select(row => (row, classes.Find(row.Label), classes.Find(row.PredictedLabel))).Where(row => row.Item2 >= 0)];
        if (known.Length == 0)
            throw NoKnownClass(source, label, classes, rows[0]);
        int[][] confusion = [.. classes.Names.Select(_ => new int[classes.Names.Count])];
        foreach ((_, int actual, int predicted) in known)
            confusion[actual][predicted]++;
        IReadOnlyList<Metric> metrics = model.Task == ModelTask.Binary ? Binary(ml, model, source, label, known) : Multiclass(ml, classes, known);
        return new Evaluation(known.Length, rows.Count - known.Length, classes.Names, metrics, confusion);
    }

    private static IReadOnlyList<Metric> Binary(MLContext ml, LoadedModel model, TableSource source, string label, (ScoredRow Row, int Label, int Predicted)[] rows)
    {
        if (rows.Select(row => row.Label).Distinct().Count() < 2)
            throw CommandException.Failure($"{source.Path}, column '{label}': all rows are of class {CellText.Quote(rows[0].Row.Label)}, on which the metrics are not defined.");
        IDataView data = ml.Data.LoadFromEnumerable(rows.Select(row => new BinaryRow { Label = row.Label == 1, Score = row.Row.Scores[0], Probability = row.Row.Probability, PredictedLabel = row.Predicted == 1 }));
        return TaskMetrics.OfBinary(ml, data, nameof(BinaryRow.Label), model.Outputs.HasProbability);
    }

    private static IReadOnlyList<Metric> Multiclass(MLContext ml, ModelClasses classes, (ScoredRow Row, int Label, int Predicted)[] rows)
    {
        SchemaDefinition schema = SchemaDefinition.Create(typeof(MulticlassRow));
        schema[nameof(MulticlassRow.Label)].ColumnType = schema[nameof(MulticlassRow.PredictedLabel)].ColumnType = new KeyDataViewType(typeof(uint), classes.Names.Count);
        schema[nameof(MulticlassRow.Score)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, classes.Names.Count);
        // LoadFromEnumerable takes the members of a key from 0.
        IDataView data = ml.Data.LoadFromEnumerable(rows.Select(row => new MulticlassRow { Label = (uint)row.Label, Score = row.Row.Scores, PredictedLabel = (uint)row.Predicted }), schema);
        return TaskMetrics.OfMulticlass(ml, data, nameof(MulticlassRow.Label), classes.Names.Count, hasProbabilities: rows.All(row => AreProbabilities(row.Row.Scores)));
    }

    /// <summary>There is no row with a label.</summary>
    internal static CommandException NoLabels(TableSource source, string label) => CommandException.Failure($"{source.Path}, column '{label}': no row has a value, so there is nothing to compare predictions with.");

    /// <summary>The model predicts several numbers.</summary>
    internal static CommandException SeveralNumbers() => CommandException.Failure("The model predicts several numbers for each row, which cannot be evaluated against a single label.");

    /// <summary>All labels are strange to the model.</summary>
    internal static CommandException NoKnownClass(TableSource source, string label, ModelClasses classes, ScoredRow first) => CommandException.Failure(
        $"{source.Path}, column '{label}': no row is of a class that the model knows. They are {string.Join(", ", classes.Names.Take(20).Select(CellText.Quote))}; the first label is {CellText.Quote(first.Label)}.");

    /// <summary>Whether the scores of classes are probabilities.</summary>
    internal static bool AreProbabilities(float[] scores)
    {
        const float rounding = 1e-3f;
        return scores.All(score => score >= 0) && Math.Abs(scores.Sum() - 1) < rounding;
    }

    private sealed class NumberRow
    {
        public float Label { get; set; }

        public float Score { get; set; }
    }

    private sealed class BinaryRow
    {
        public bool Label { get; set; }

        public float Score { get; set; }

        public float Probability { get; set; }

        public bool PredictedLabel { get; set; }
    }

    private sealed class MulticlassRow
    {
        public uint Label { get; set; }

        public float[] Score { get; set; } = [];

        public uint PredictedLabel { get; set; }
    }
}
