using System.Globalization;
using MLNet.LossExperiments.Host.Descriptions;
using MLNet.LossExperiments.Host.Formats;
using MLNet.LossExperiments.Host.Models;
using MLNet.LossExperiments.Host.Runs;
using MLNet.LossExperiments.Host.Tables;
using MLNet.LossExperiments.Reports;
using ColumnSummary = MLNet.LossExperiments.Reports.ColumnSummary;

namespace MLNet.LossExperiments.Host.Reporting;

/// <summary>Sums up the data of a report.</summary>
internal static class DataFacts
{
    /// <summary>The data of a run.</summary>
    /// <param name="rows">Its rows.</param>
    /// <param name="leftOut">The columns that could not be learned from, each with the reason.</param>
    /// <param name="stop">Ends it.</param>
    public static DataSummary Of(DividedRows rows, IReadOnlyDictionary<string, string> leftOut, CancellationToken stop)
    {
        (LabeledTables tables, _, int seed, Splits.SplitShares shares, DataSets sets) = rows;
        (string Name, TableRows Rows)[] parts = [.. new[] { ("training", sets.Training), ("validation", sets.Validation), ("test", sets.Test) }.Where(part => part.Item2.Count > 0)];
        bool isByClass = rows.Task.Classes.Count > 0;
        int skipped = tables.RowCount - sets.RowCount;
        string method = shares.Training < 1 ? string.Create(CultureInfo.InvariantCulture, $"{tables.Dataset.FileName} divided at random, {shares} %{(isByClass ? ", each class alike" : "")}, seed {seed}") : "each set is a file of its own";
        return Columns(tables.Dataset, tables.Image, tables.Roles.Label, tables.Roles.Weight, name => leftOut.ContainsKey(name) ? "left out" : "feature", leftOut, stop) with
        {
            Rows = tables.RowCount,
            SkippedRows = skipped,
            WhySkipped = skipped == 0 ? null : "They have no label, or one that the dataset does not have.",
            Split = [.. parts.Select(part => new SplitPart(part.Name, part.Rows.Count))],
            SplitMethod = parts.Length > 1 ? method : null,
            LabelDistribution = isByClass
                ? LabelDistribution.OfClasses(rows.Task.Classes, [.. parts.Select(part => KeyValuePair.Create(part.Name, ClassesOf(part.Rows, tables.Roles.Label, rows.Task.Classes)))])
                : LabelDistribution.OfNumbers([.. parts.Select(part => KeyValuePair.Create(part.Name, NumbersOf(part.Rows, tables.Roles.Label)))]),
        };
    }

    /// <summary>The data of a comparison, which is divided again and again.</summary>
    /// <param name="tables">The data.</param>
    /// <param name="labeled">Its rows that have a label.</param>
    /// <param name="task">What is learned.</param>
    /// <param name="leftOut">The columns that could not be learned from, each with the reason.</param>
    /// <param name="stop">Ends it.</param>
    public static DataSummary Of(LabeledTables tables, TableRows labeled, Learning.LearningTask task, IReadOnlyDictionary<string, string> leftOut, CancellationToken stop)
    {
        string label = tables.Roles.Label;
        int skipped = tables.RowCount - labeled.Count;
        return Columns(tables.Dataset, tables.Image, label, tables.Roles.Weight, name => leftOut.ContainsKey(name) ? "left out" : "feature", leftOut, stop) with
        {
            SkippedRows = skipped,
            WhySkipped = skipped == 0 ? null : "They have no label.",
            LabelDistribution = task.Classes.Count > 0
                ? LabelDistribution.OfClasses(task.Classes, [KeyValuePair.Create("rows", ClassesOf(labeled, label, task.Classes))])
                : LabelDistribution.OfNumbers([KeyValuePair.Create("rows", NumbersOf(labeled, label))]),
        };
    }

    /// <summary>A file whose rows are measured on, of which nobody knows what they served for before.</summary>
    /// <param name="source">The file.</param>
    /// <param name="label">The label column.</param>
    /// <param name="inputs">The columns that predictions are made from, by place.</param>
    /// <param name="image">Which columns are pixels; null where rows are no images.</param>
    /// <param name="reading">Tells the classes.</param>
    /// <param name="rows">Its rows that have labels.</param>
    /// <param name="unlabeled">The number of rows without.</param>
    /// <param name="stop">Ends it.</param>
    public static DataSummary Of(TableSource source, string label, IReadOnlyList<int> inputs, ImageColumns? image, TaskReading reading, IReadOnlyList<ScoredRow> rows, int unlabeled, CancellationToken stop)
    {
        HashSet<string> features = [.. inputs.Select(place => source.ColumnNames[place])];
        // Text among numbers is no fault here: the model says what it takes.
        IReadOnlyList<Tables.ColumnCensus> censuses = KindInference.Count(source, new Dictionary<int, ColumnKind>(), stop);
        Table table = TableReader.Read(source, [.. censuses.Select(census => new ColumnRequest(census.Name, census.IsAllNumbers ? ColumnKind.Number : ColumnKind.Category, ""))], stop);
        return Columns(table, image, label, null, name => features.Contains(name) ? "feature" : "not used", new Dictionary<string, string>(), stop) with
        {
            SkippedRows = unlabeled,
            WhySkipped = unlabeled == 0 ? null : "They have no label.",
            LabelDistribution = reading.Classes.Count > 0
                ? LabelDistribution.OfClasses(reading.Classes, [KeyValuePair.Create<string, IReadOnlyList<int>>("rows", [.. rows.Select(reading.ClassOf)])])
                : LabelDistribution.OfNumbers([KeyValuePair.Create<string, IReadOnlyList<float>>("rows", [.. rows.Select(row => row.Target)])]),
        };
    }

    private static DataSummary Columns(Table table, ImageColumns? image, string label, string? weight, Func<string, string> roleOf, IReadOnlyDictionary<string, string> remarks, CancellationToken stop)
    {
        // Of pictures, no single pixel says anything.
        HashSet<string> pixels = [.. (image?.Places ?? []).Select(place => table.Source.ColumnNames[place])];
        TableRows all = TableRows.All(table with { Columns = [.. table.Columns.Where(column => !pixels.Contains(column.Name))] });
        DataSummary summary = DataSummary.Of(table.FileName, new TableDataView(all, stop), label, weight);
        IEnumerable<ColumnSummary> columns = summary.Columns.OrderBy(column => table.Source.TryFind(column.Name)).Select(column => column with
        {
            Role = column.Role == "feature" ? roleOf(column.Name) : column.Role,
            Remark = remarks.TryGetValue(column.Name, out string? remark) ? $"It has {remark}." : column.Remark,
        });
        return summary with { Columns = image is null ? [.. columns] : [.. columns, Pixels(image)] };
    }

    private static ColumnSummary Pixels(ImageColumns image) =>
        new("pixels", "feature", string.Create(CultureInfo.InvariantCulture, $"picture, {image.Width} × {image.Height}"), 0, Remark: "A column for each pixel.");

    private static IReadOnlyList<int> ClassesOf(TableRows rows, string label, IReadOnlyList<string> classes)
    {
        Dictionary<string, int> places = classes.Index().ToDictionary(name => name.Item, name => name.Index, StringComparer.Ordinal);
        Column column = rows.Table[label];
        return [.. rows.Rows.Select(row => places.GetValueOrDefault(column.TextOf(row), -1))];
    }

    private static IReadOnlyList<float> NumbersOf(TableRows rows, string label)
    {
        var column = (NumberColumn)rows.Table[label];
        return [.. rows.Rows.Select(row => column[row])];
    }
}
