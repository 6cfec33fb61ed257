namespace MLNet.LossExperiments.Reports;

/// <summary>What the data is.</summary>
public sealed record DataSummary
{
    /// <summary>The name of the file or data set.</summary>
    public required string Name { get; init; }

    /// <summary>The column that is predicted.</summary>
    public required string Label { get; init; }

    /// <summary>The column of example weights; null for none.</summary>
    public string? Weight { get; init; }

    /// <summary>The number of rows, those left out included.</summary>
    public required long Rows { get; init; }

    /// <summary>The number of rows that served for nothing.</summary>
    public long SkippedRows { get; init; }

    /// <summary>Why, as a sentence; null where none were skipped.</summary>
    public string? WhySkipped { get; init; }

    /// <summary>The columns, in the order of the file.</summary>
    public IReadOnlyList<ColumnSummary> Columns { get; init; } = [];

    /// <summary>Which rows served for what: training, validation, test.</summary>
    public IReadOnlyList<SplitPart> Split { get; init; } = [];

    /// <summary>How the rows were divided, in a line: <c>at random, 80 % / 10 % / 10 %, seed 1</c>; null where it is not known.</summary>
    public string? SplitMethod { get; init; }

    /// <summary>The distribution of the label in each part; null where it is not known.</summary>
    public LabelDistribution? LabelDistribution { get; init; }
}
