using MLNet.LossExperiments.Host.Columns;
using MLNet.LossExperiments.Host.Learning;
using MLNet.LossExperiments.Host.Tables;

namespace MLNet.LossExperiments.Host.Runs;

/// <summary>The tables of a run in memory, and what their columns are for.</summary>
/// <param name="Roles">What the columns are for.</param>
/// <param name="Dataset">The dataset.</param>
/// <param name="Validation">The validation rows, if they have a file of their own.</param>
/// <param name="Test">The test rows, if they have a file of their own.</param>
internal sealed record LabeledTables(ColumnRoles Roles, Table Dataset, Table? Validation, Table? Test)
{
    /// <summary>The number of rows in all files.</summary>
    public int RowCount => Dataset.RowCount + (Validation?.RowCount ?? 0) + (Test?.RowCount ?? 0);

    /// <summary>Reads the files. What the dataset's columns hold is found in the dataset; the other files must hold the same.</summary>
    /// <exception cref="CommandException">A file is not there or cannot be understood.</exception>
    public static LabeledTables Read(DataRequest data, TaskChoice task, CancellationToken cancellation)
    {
        TableFile file = TableFile.Open(data.Dataset, data.HasHeader);
        TableFile? validation = data.ValidationDataset is null ? null : TableFile.Open(data.ValidationDataset, file.HasHeader);
        TableFile? test = data.TestDataset is null ? null : TableFile.Open(data.TestDataset, file.HasHeader);
        ColumnRoles roles = ColumnRoles.Assign(file, data.Label, data.Weight, data.Ignored);
        List<ColumnRequest> columns = Request(file, roles, task, cancellation);
        return new LabeledTables(roles, Read(file), validation is null ? null : Read(validation), test is null ? null : Read(test));

        Table Read(TableFile file)
        {
            Table table = TableReader.Read(file, columns, cancellation);
            CheckWeights(table, roles.Weight);
            return table;
        }
    }

    private static List<ColumnRequest> Request(TableFile file, ColumnRoles roles, TaskChoice task, CancellationToken cancellation)
    {
        Dictionary<string, ColumnCensus> censuses = KindInference.Count(file, cancellation).ToDictionary(census => census.Name, StringComparer.Ordinal);
        var columns = new List<ColumnRequest> { task.RequestLabel(censuses[roles.Label]) };
        if (roles.Weight is not null)
            columns.Add(new(roles.Weight, ColumnKind.Number, "A weight must be a number of at least 0."));
        columns.AddRange(roles.Features.Select(name => new ColumnRequest(
            name, censuses[name].Kind, $"The column's other values are. Correct it, leave it empty, or leave the column out with --ignore-cols {name}.")));
        return columns;
    }

    private static void CheckWeights(Table table, string? weight)
    {
        if (weight is null)
            return;
        var weights = (NumberColumn)table[weight];
        for (int row = 0; row < table.RowCount; row++)
        {
            if (!(weights[row] >= 0))
            {
                string fault = weights.IsMissing(row) ? "the weight is missing" : $"the weight is {weights.TextOf(row)}";
                throw CommandException.Failure($"{table.FileName}, line {table.Lines[row]}, column '{weight}': {fault}, but must be a number of at least 0.");
            }
        }
    }
}
