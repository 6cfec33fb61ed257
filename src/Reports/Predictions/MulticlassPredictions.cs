using System.Globalization;
using Microsoft.ML;

namespace MLNet.LossExperiments.Reports;

/// <summary>Rows of several classes and the scores of each class.</summary>
public sealed record MulticlassPredictions : PredictedRows
{
    /// <summary>The classes, in the order of the scores; at least two.</summary>
    public required IReadOnlyList<string> Classes { get; init; }

    /// <summary>The index of each row's class in <see cref="Classes"/>. Rows of other classes, such as −1, are left out.</summary>
    public required IReadOnlyList<int> Actual { get; init; }

    /// <summary>The scores, row after row, [rows, classes]. The class with the greatest is predicted; of equal ones the first.</summary>
    public required IReadOnlyList<float> Scores { get; init; }

    /// <summary>Whether scores are probabilities.</summary>
    public required bool HasProbabilities { get; init; }

    /// <summary>The shape of the rows, where they are pictures.</summary>
    public ImageShape? ImageShape { get; init; }

    /// <summary>Gives the pixels of a row, by its place among these rows, as <see cref="ImageExample.Pixels"/> wants them; null where rows are no pictures.</summary>
    public Func<int, ReadOnlyMemory<byte>>? Pixels { get; init; }

    /// <summary>Reads what a model made of data: <c>model.Transform(data)</c>.</summary>
    /// <param name="predictions">The data with predictions.</param>
    /// <param name="hasProbabilities">Whether the scores are probabilities.</param>
    /// <param name="label">The column of the label, a key.</param>
    /// <param name="score">The column of the scores, whose slot names are the classes; without slot names classes are numbers from 0.</param>
    /// <param name="weight">The column of the example weights; null for none.</param>
    /// <returns>The predictions.</returns>
    /// <exception cref="ArgumentException">A column is not there, or holds something else.</exception>
    public static MulticlassPredictions From(IDataView predictions, bool hasProbabilities = true, string label = "Label", string score = "Score", string? weight = null)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        float[] scores = PredictionColumns.Vectors(predictions, score);
        string[] classes = PredictionColumns.SlotNames(predictions, score);
        return new MulticlassPredictions
        {
            Classes = classes.Length > 0 ? classes : [.. Enumerable.Range(0, PredictionColumns.SizeOf(predictions, score)).Select(i => i.ToString(CultureInfo.InvariantCulture))],
            Actual = PredictionColumns.Keys(predictions, label),
            Scores = scores,
            HasProbabilities = hasProbabilities,
            Weights = PredictionColumns.WeightsOf(predictions, weight),
        };
    }

    internal UsableRows Usable()
    {
        int rows = Actual.Count, classes = Classes.Count;
        CheckLengths(rows);
        if (classes < 2)
            throw new ArgumentException($"There must be at least two classes, not {classes}.", nameof(Classes));
        if (Scores.Count != (long)rows * classes)
            throw new ArgumentException($"Of {rows} rows and {classes} classes there must be {(long)rows * classes} scores, not {Scores.Count}.", nameof(Scores));
        if ((Pixels is null) != (ImageShape is null))
            throw new ArgumentException($"{nameof(Pixels)} and {nameof(ImageShape)} belong together: give both or none.", nameof(Pixels));
        return UsableRows.Of(this, rows, place =>
        {
            bool isUsable = Actual[place] >= 0 && Actual[place] < classes;
            for (int i = 0; isUsable && i < classes; i++)
                isUsable = float.IsFinite(Scores[place * classes + i]);
            return isUsable;
        });
    }
}
