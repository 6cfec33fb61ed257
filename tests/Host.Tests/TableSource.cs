using MLNet.LossExperiments.Host.Tables;

namespace MLNet.LossExperiments.Host.Tests;

/// <summary>Makes tables from text, by the same code as files are read.</summary>
internal static class TableSource
{
    public static Table Read(string text, params (string Name, ColumnKind Kind)[] columns)
    {
        using var folder = new TemporaryFolder();
        TableFile file = TableFile.Open(folder.Write("data.csv", text), hasHeader: null);
        return TableReader.Read(file, [.. columns.Select(column => new ColumnRequest(column.Name, column.Kind, "Remedy."))], CancellationToken.None);
    }

    public static TableRows Rows(string text, params (string Name, ColumnKind Kind)[] columns) => TableRows.All(Read(text, columns));
}
