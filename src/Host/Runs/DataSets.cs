using MLNet.LossExperiments.Host.Formats;
using MLNet.LossExperiments.Host.Learning;
using MLNet.LossExperiments.Host.Splits;
using MLNet.LossExperiments.Host.Tables;
using MLNet.LossExperiments.Host.Terminal;

namespace MLNet.LossExperiments.Host.Runs;

/// <summary>The rows to train on, to stop early by, and to test with.</summary>
internal sealed record DataSets(TableRows Training, TableRows Validation, TableRows Test)
{
    public int RowCount => Training.Count + Validation.Count + Test.Count;

    /// <summary>The dataset's rows that have a label.</summary>
    /// <exception cref="CommandException">There are none.</exception>
    public static TableRows Labeled(Table table, string label, Screen screen)
    {
        Column column = table[label];
        TableRows labeled = TableRows.All(table).Where(row => !column.IsMissing(row));
        if (labeled.Count == 0)
            throw CommandException.Failure($"{table.FileName}, column '{label}': no row has a value, so there is nothing to learn.");
        if (labeled.Count < table.RowCount)
            screen.Warn($"{table.RowCount - labeled.Count} of the {table.RowCount} rows of {table.FileName} have no '{label}' and are left out.");
        return labeled;
    }

    /// <summary>Divides the dataset, and takes the sets that have files of their own from these.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="labeled">The dataset's rows that have a label.</param>
    /// <param name="shares">How to divide them.</param>
    /// <param name="task">What is learned: classes are divided each by itself.</param>
    /// <param name="seed">Fixes the division.</param>
    /// <param name="screen">Is told of rows left out.</param>
    public static DataSets Make(LabeledTables tables, TableRows labeled, SplitShares shares, LearningTask task, int seed, Screen screen)
    {
        string label = tables.Roles.Label;
        (TableRows training, TableRows validation, TableRows test) = Splitter.Split(labeled, shares, seed, SplitTraits.Of(labeled, task.Classes.Count > 0 ? label : null, tables.Roles.Group, tables.Roles.Time));
        return new DataSets(
            training,
            tables.Validation is null ? validation : OfKnownClass(Labeled(tables.Validation, label, screen), label, task, screen),
            tables.Test is null ? test : OfKnownClass(Labeled(tables.Test, label, screen), label, task, screen));
    }

    private static TableRows OfKnownClass(TableRows rows, string label, LearningTask task, Screen screen)
    {
        if (task.Classes.Count == 0)
            return rows;
        Column column = rows.Table[label];
        var classes = task.Classes.ToHashSet(StringComparer.Ordinal);
        TableRows known = rows.Where(row => classes.Contains(column.TextOf(row)));
        if (known.Count < rows.Count)
        {
            int stranger = rows.Rows.First(row => !classes.Contains(column.TextOf(row)));
            screen.Warn($"{rows.Count - known.Count} of the {rows.Count} rows of {rows.Table.FileName} are of a class that the dataset does not have ({rows.Table.Source.RowNoun} {rows.Table.Places[stranger]}: {CellText.Quote(column.TextOf(stranger))}) and are left out.");
        }
        return known;
    }
}
