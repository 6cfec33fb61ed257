using MLNet.LossExperiments.Host.Columns;
using MLNet.LossExperiments.Host.Descriptions;
using MLNet.LossExperiments.Host.Formats;
using MLNet.LossExperiments.Host.Learning;
using MLNet.LossExperiments.Host.Tables;

namespace MLNet.LossExperiments.Host.Runs;

/// <summary>The tables of a run in memory, and what their columns are for.</summary>
/// <param name="Roles">What the columns are for.</param>
/// <param name="Dataset">The dataset.</param>
/// <param name="Validation">The validation rows, if they have a file of their own.</param>
/// <param name="Test">The test rows, if they have a file of their own.</param>
/// <param name="Wanted">The features of which the user said what they hold, and so that they are to be learned from.</param>
/// <param name="Image">Which columns of the dataset are pixels; null where rows are no images.</param>
internal sealed record LabeledTables(ColumnRoles Roles, Table Dataset, Table? Validation, Table? Test, IReadOnlySet<string> Wanted, ImageColumns? Image)
{
    /// <summary>The number of rows in all files.</summary>
    public int RowCount => Dataset.RowCount + (Validation?.RowCount ?? 0) + (Test?.RowCount ?? 0);

    /// <summary>Which spellings of the label are one class; null for numbers.</summary>
    public ClassFolding? Folding { get; private init; }

    /// <summary>What to tell the user of how the files were read.</summary>
    public IEnumerable<(string Sentence, bool IsWarning)> Remarks
    {
        get
        {
            foreach ((string Sentence, bool IsWarning) remark in new[] { Dataset, Validation, Test }.OfType<Table>().SelectMany(table => table.Source.Remarks))
                yield return remark;
            if (Folding?.Describe(Dataset.FileName, Roles.Label) is { } spellings)
                yield return (spellings, true);
            if (Roles.ForSplitsAlone is { } mark)
                yield return ($"'{mark}' says how rows are divided, and is not learned from; to learn from it too, give its --column-type.", false);
        }
    }

    /// <summary>Reads the files. What the dataset's columns hold, and whether its first row names them, is found in the dataset; the other files must be alike.</summary>
    /// <exception cref="CommandException">A file is not there or cannot be understood.</exception>
    public static LabeledTables Read(DataRequest data, TaskChoice task, CancellationToken cancellation)
    {
        foreach ((_, string path) in data.Files)
            InputFile.CheckIsThere(path);
        TableSource source = TableSources.Open(data.Dataset, data.Reading);
        IReadOnlyDictionary<int, ColumnKind> said = data.Types.In(source);
        ColumnRoles roles = ColumnRoles.Assign(source, data.Label, data.Weight, data.Ignored, data.Group, data.Time, said.Keys);
        List<ColumnRequest> columns = Request(source, roles, task, said, cancellation);
        // The census has read all rows, and so knows more of how they are written than their beginning shows.
        ReadingOptions others = data.Reading with { HasHeader = source.HasHeader, Trained = new TrainedReading(source.Reading.Separator, source.Reading.DecimalMark) };
        TableSource? validation = data.ValidationDataset is null ? null : TableSources.Open(data.ValidationDataset, others);
        TableSource? test = data.TestDataset is null ? null : TableSources.Open(data.TestDataset, others);
        int[] numbers = [.. columns.Where(column => column.Kind == ColumnKind.Number && column.Name != roles.Label && column.Name != roles.Weight).Select(column => source.Find(column.Name))];
        ImageColumns? image = ImageColumns.Learned(source, data.ImageShape, source.Find(roles.Label), numbers);
        var wanted = said.Keys.Select(place => source.ColumnNames[place]).ToHashSet(StringComparer.Ordinal);
        // Only the dataset is divided.
        ColumnRequest[] othersColumns = [.. columns.Where(column => column.Name != roles.ForSplitsAlone || column.Name == roles.Weight)];
        Table dataset = Read(source, columns);
        // The dataset names the classes; other files may spell them in other ways.
        ClassFolding? folding = dataset[roles.Label] is WordColumn labels ? ClassFolding.Of(labels.CountTexts(), data.Reading.ExactClasses) : null;
        return new LabeledTables(roles, Fold(dataset), validation is null ? null : Fold(Read(validation, othersColumns)), test is null ? null : Fold(Read(test, othersColumns)), wanted, image) { Folding = folding };

        Table Fold(Table table) => folding is null ? table : table.With(folding.Apply((WordColumn)table[roles.Label]));

        Table Read(TableSource source, IReadOnlyList<ColumnRequest> wantedColumns)
        {
            Table table = TableReader.Read(source, wantedColumns, cancellation);
            CheckWeights(table, roles.Weight);
            return table;
        }
    }

    private static List<ColumnRequest> Request(TableSource source, ColumnRoles roles, TaskChoice task, IReadOnlyDictionary<int, ColumnKind> said, CancellationToken cancellation)
    {
        Dictionary<string, ColumnCensus> censuses = KindInference.Count(source, said, cancellation).ToDictionary(census => census.Name, StringComparer.Ordinal);
        var columns = new List<ColumnRequest> { task.RequestLabel(censuses[roles.Label]) };
        if (roles.Weight is not null)
            columns.Add(new(roles.Weight, ColumnKind.Number, "A weight must be a number of at least 0."));
        // As written: 007 and 7 are two groups, and a time keeps all of its digits.
        if (roles.ForSplitsAlone is { } mark && columns.All(column => column.Name != mark))
            columns.Add(new(mark, ColumnKind.Category, ""));
        columns.AddRange(roles.Features.Select(name => new ColumnRequest(
            name,
            censuses[name].Kind,
            $"{(censuses[name].IsKnown ? "The column is to hold numbers." : "The column's other values are.")} Correct it, leave it empty, say that the column holds categories with --column-type {name}=category, or leave it out with --ignore-cols {name}.")));
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
                throw CommandException.Failure($"{table.PlaceOf(row)}, column '{weight}': {fault}, but must be a number of at least 0.");
            }
        }
    }
}
