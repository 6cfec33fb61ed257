namespace MLNet.LossExperiments.Reports;

/// <summary>How importance is measured.</summary>
public sealed record ImportanceOptions
{
    /// <summary>What the mean cost of a row is called, for people; with <see cref="IsRoot"/> its root.</summary>
    public string Metric { get; init; } = "mean cost";

    /// <summary>Whether the metric is the root of the mean cost, as RMSE is of the mean squared error.</summary>
    public bool IsRoot { get; init; }

    /// <summary>How often each feature is dealt anew. At least 1.</summary>
    public int Repeats { get; init; } = 5;

    /// <summary>How many rows are measured on at most; of more, a sample is drawn. At least 1.</summary>
    public int MostRows { get; init; } = 10_000;

    /// <summary>The weight by which each row counts; null for 1.</summary>
    public IReadOnlyList<float>? Weights { get; init; }

    /// <summary>How intervals are found. Its seed also deals.</summary>
    public BootstrapPlan Bootstrap { get; init; } = new();

    /// <exception cref="ArgumentException">A value is out of its range.</exception>
    internal void Check(int rowCount)
    {
        if (rowCount < 1)
            throw new ArgumentException("Importance is measured on rows, and there is none.");
        if (Repeats < 1 || MostRows < 1)
            throw new ArgumentException($"{nameof(Repeats)} is {Repeats} and {nameof(MostRows)} is {MostRows}; both must be at least 1.");
        if (Weights is not null && Weights.Count != rowCount)
            throw new ArgumentException($"There are {rowCount} rows, but {Weights.Count} weights: one for each row is needed.");
        new EvaluationOptions { Bootstrap = Bootstrap }.Check();
    }
}
