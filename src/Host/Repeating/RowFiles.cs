using System.Globalization;
using MLNet.LossExperiments.Host.Formats;
using MLNet.LossExperiments.Host.Reporting;
using MLNet.LossExperiments.Host.Runs;
using MLNet.LossExperiments.Host.Settings;
using MLNet.LossExperiments.Host.Splits;
using MLNet.LossExperiments.Host.Tables;

namespace MLNet.LossExperiments.Host.Repeating;

/// <summary>The files that the rows of a run are written to, so that a program reads them as the run did.</summary>
/// <param name="Commands">The commands that write them.</param>
/// <param name="Sets">For each set of rows its file; the training rows first.</param>
internal sealed record RowFiles(IReadOnlyList<string> Commands, IReadOnlyList<(string Set, string File)> Sets)
{
    /// <summary>Those of a training run.</summary>
    public static RowFiles Of(DataRequest data, DividedRows rows)
    {
        (LabeledTables tables, _, int seed, SplitShares shares, DataSets sets) = rows;
        bool isRegression = rows.Task.Classes.Count == 0;
        string folder = FolderFor(data.Dataset, "split");
        var commands = new List<string> { Line(data, data.Dataset, Labels(data, isRegression, HasUnlabeled(tables.Dataset, tables.Roles.Label)), shares, seed, folder) };
        var files = new List<(string Set, string File)>();
        foreach ((string name, TableRows set, string? own) in new[] { ("training", sets.Training, null), ("validation", sets.Validation, data.ValidationDataset), ("test", sets.Test, data.TestDataset) })
        {
            if (set.Count == 0)
                continue;
            if (own is null)
            {
                files.Add((name, $"{folder}/{name}.csv"));
                continue;
            }
            string ownFolder = $"{name}-rows";
            // Files beside the dataset are written as it is.
            DataRequest alike = data with
            {
                Reading = data.Reading with
                {
                    HasHeader = data.Reading.HasHeader ?? (tables.Dataset.Source.HasHeader is false ? false : null),
                    DecimalMark = data.Reading.DecimalMark ?? MarkToSay(tables.Dataset.Source, set.Table.Source),
                },
            };
            commands.Add(Line(alike, own, Labels(data, isRegression, HasUnlabeled(set.Table, tables.Roles.Label)), SplitShares.Whole, null, ownFolder));
            files.Add((name, $"{ownFolder}/training.csv"));
        }
        return new RowFiles(commands, files);
    }

    /// <summary>That of a comparison: all rows that have a label.</summary>
    public static RowFiles Of(DataRequest data, LabeledTables tables, bool isRegression)
    {
        string folder = FolderFor(data.Dataset, "rows");
        string command = Line(data, data.Dataset, Labels(data, isRegression, HasUnlabeled(tables.Dataset, tables.Roles.Label)), SplitShares.Whole, null, folder);
        return new RowFiles([command], [("training", $"{folder}/training.csv")]);
    }

    // The dataset's, unless the other file shows as much where it is read alone.
    private static char? MarkToSay(TableSource dataset, TableSource other) =>
        dataset.Reading.DecimalMark is { } mark && (mark == ',' || other.Reading.Separator == ';') ? mark : null;

    private static string FolderFor(string file, string purpose) => $"{Path.GetFileNameWithoutExtension(file)}-{purpose}";

    private static bool HasUnlabeled(Table table, string label) => Enumerable.Range(0, table.RowCount).Any(table[label].IsMissing);

    private static IEnumerable<KeyValuePair<string, object>> Labels(DataRequest data, bool isRegression, bool hasUnlabeled)
    {
        if (!isRegression || hasUnlabeled)
            yield return KeyValuePair.Create<string, object>("label-col", data.Label);
        if (isRegression && hasUnlabeled)
            yield return KeyValuePair.Create<string, object>("task", "regression");
    }

    private static string Line(DataRequest data, string file, IEnumerable<KeyValuePair<string, object>> labels, SplitShares shares, int? seed, string folder)
    {
        KeyValuePair<string, object>[] fixedBy = seed is { } number && shares.Training < 1 ? [KeyValuePair.Create<string, object>("seed", number.ToString(CultureInfo.InvariantCulture))] : [];
        return RunFacts.Line($"data split {RunFacts.Quote(OptionPath.InFull(file))}",
        [
            .. labels,
            .. shares.Training < 1 ? SplitColumnOptions.Show(data) : [],
            KeyValuePair.Create<string, object>("split-ratio", shares.ToString()),
            .. fixedBy,
            .. ColumnTypeSettings.Show(WithMarks(data) with { MostCategories = Columns.ColumnTypes.UsualMostCategories }),
            .. ReadingSettings.Show(data.Reading),
        ]) + $" --clean -o {RunFacts.Quote(folder)}";
    }

    // Written as they stand, so that groups and times stay apart.
    private static Columns.ColumnTypes WithMarks(DataRequest data) => (data.Group ?? data.Time) is { } mark && data.Types.Said.All(said => said.Key != mark)
        ? data.Types with { Said = [.. data.Types.Said, KeyValuePair.Create(mark, Formats.ColumnKind.Category)] }
        : data.Types;
}
