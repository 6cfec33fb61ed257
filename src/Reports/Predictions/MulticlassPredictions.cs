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
