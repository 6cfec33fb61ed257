using Microsoft.ML;

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

    /// <summary>Counts what data holds. How it was divided, and how labels are distributed, is added with <c>with</c>.</summary>
    /// <param name="name">The name of the file or data set.</param>
    /// <param name="data">All rows.</param>
    /// <param name="label">The column that is predicted.</param>
    /// <param name="weight">The column of example weights; null for none.</param>
    /// <param name="ignored">The columns that were not learned from.</param>
    /// <returns>The summary.</returns>
    /// <exception cref="ArgumentException">There is no such label.</exception>
    public static DataSummary Of(string name, IDataView data, string label, string? weight = null, IReadOnlyCollection<string>? ignored = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        DataViewSchema.Column[] columns = [.. data.Schema.Where(column => !column.IsHidden)];
        if (!columns.Any(column => column.Name == label))
            throw new ArgumentException($"There is no column '{label}' in the data. There are: {string.Join(", ", columns.Select(column => column.Name))}.", nameof(label));
        string RoleOf(string column) => column == label ? "label" : column == weight ? "weight" : ignored?.Contains(column) == true ? "ignored" : "feature";
        return new DataSummary
        {
            Name = name,
            Label = label,
            Weight = weight,
            Rows = data.GetRowCount() ?? CountRows(data),
            Columns = [.. columns.Select(column => ColumnCensus.Of(data, column, RoleOf(column.Name)))],
        };
    }

    private static long CountRows(IDataView data)
    {
        using DataViewRowCursor cursor = data.GetRowCursor([]);
        long rows = 0;
        while (cursor.MoveNext())
            rows++;
        return rows;
    }
}
