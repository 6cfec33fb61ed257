namespace MLNet.LossExperiments.Reports;

/// <summary>Rows with known labels and their predictions.</summary>
public abstract record PredictedRows
{
    /// <summary>What the rows are: test, validation.</summary>
    public string Set { get; init; } = "test";

    /// <summary>The weight by which each row counts; null for 1.</summary>
    public IReadOnlyList<float>? Weights { get; init; }

    /// <summary>The number of each row in the data, from 0; null where the rows are the data.</summary>
    public IReadOnlyList<int>? RowNumbers { get; init; }

    /// <summary>The names of the columns to show of the worst predictions.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>Gives the values of <see cref="Columns"/> of a row, by its place among these rows; null for no columns.</summary>
    public Func<int, IReadOnlyList<string>>? Describe { get; init; }

    internal int NumberOf(int place) => RowNumbers?[place] ?? place;

    internal IReadOnlyList<string> ValuesOf(int place) => Describe?.Invoke(place) ?? [];

    private protected static void CheckLength(int actual, int expected, string name)
    {
        if (actual != expected)
            throw new ArgumentException($"There are {expected} labels, but {name} has {actual} entries: one for each label is needed.", name);
    }

    private protected void CheckLengths(int rows)
    {
        if (Weights is not null)
            CheckLength(Weights.Count, rows, nameof(Weights));
        if (RowNumbers is not null)
            CheckLength(RowNumbers.Count, rows, nameof(RowNumbers));
        for (int place = 0; place < Weights?.Count; place++)
        {
            if (Weights[place] < 0)
                throw new ArgumentException(FormattableString.Invariant($"The weight of row {NumberOf(place)} is {Weights[place]}. A weight is at least 0."));
        }
    }
}
