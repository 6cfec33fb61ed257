using MLNet.LossExperiments.Host.Formats;
using MLNet.LossExperiments.Host.Tables;

namespace MLNet.LossExperiments.Host.Tests;

/// <summary>Makes tables from text, by the same code as files are read.</summary>
internal static class Samples
{
    public static Table Read(string text, params (string Name, ColumnKind Kind)[] columns)
    {
        using var folder = new TemporaryFolder();
        TableSource source = TableSources.Open(folder.Write("data.csv", text), ReadingOptions.Unsaid);
        return TableReader.Read(source, [.. columns.Select(column => new ColumnRequest(column.Name, column.Kind, "Remedy."))], CancellationToken.None);
    }

    public static TableRows Rows(string text, params (string Name, ColumnKind Kind)[] columns) => TableRows.All(Read(text, columns));

    /// <summary>What each column of a text is found to hold.</summary>
    public static IReadOnlyList<ColumnKind> KindsOf(string text)
    {
        using var folder = new TemporaryFolder();
        TableSource source = TableSources.Open(folder.Write("data.csv", text), ReadingOptions.Unsaid);
        return [.. KindInference.Count(source, new Dictionary<int, ColumnKind>(), CancellationToken.None).Select(census => census.Kind)];
    }
}
