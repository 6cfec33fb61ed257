using MLNet.LossExperiments.Host.Columns;
using System.CommandLine;
using MLNet.LossExperiments.Host.Formats;
using MLNet.LossExperiments.Host.Learning;
using MLNet.LossExperiments.Host.Output;
using MLNet.LossExperiments.Host.Runs;
using MLNet.LossExperiments.Host.Settings;
using MLNet.LossExperiments.Host.Splits;
using MLNet.LossExperiments.Host.Tables;
using MLNet.LossExperiments.Host.Writing;

namespace MLNet.LossExperiments.Host.Commands.Data;

/// <summary><c>mlnet-loss data split</c>.</summary>
internal sealed class SplitCommand : ConsoleCommand
{
    private static readonly string[] SetNames = ["training", "validation", "test"];

    private readonly FileSettings _file = new("The file: CSV or TSV, JSON lines, Parquet, or images in IDX with their labels beside them; any of them may be packed by gzip; - for standard input.");
    private readonly Option<string?> _label = ConsoleOption.Text("--label-col", "COLUMN", "The column to predict: rows without it are left out, and each of its classes is divided alike, as classification divides it; with --task regression all rows alike. [default: all rows alike]");
    private readonly Option<ComparedTask> _task = ConsoleOption.Of("--task", "NAME", "What --label-col holds: classification for classes, regression for numbers. [default: classification]", ReadTask);
    private readonly Option<SplitRatio> _ratio = ConsoleOption.Of("--split-ratio", "RATIO", "Percents for training/validation/test such as 70/20/10, or one share such as 0.2 for the test set. [default: 80/10/10]", SplitRatio.Parse);
    private readonly Option<int?> _seed = ConsoleOption.Of<int?>("--seed", "N", "Fixes the division; training with this seed and ratio divides the same way. [default: a new one each time, which is told]", text => SettingText.Integer(text));
    private readonly Option<bool> _force = ConsoleOption.Of("--force", "true|false", "Replace the sets that are in that folder already. [default: keep them, and put a number behind the name]", SettingText.Truth);
    private readonly Option<string?> _output = ConsoleOption.Text("--output", "FOLDER", "Where to put training, validation and test set. [default: a folder with the file's name, then -split]");
    private readonly Option<bool> _clean = ConsoleOption.Of("--clean", "true|false", "Write cells as training reads them: nothing where a value is missing, no spaces around texts, plain numbers with a point. [default: texts as they stand]", SettingText.Truth);
    private readonly ColumnTypeSettings _types = new();
    private readonly SplitColumnOptions _splitColumns = new();
    private readonly Option<TableFormat> _format = ConsoleOption.Of("--format", "NAME", $"The format to write: {SettingText.NamesOf<TableFormat>()}. [default: csv]", SettingText.OneOf<TableFormat>);

    public SplitCommand()
        : base("split", "Divide a file at random into training, validation and test set, as training with the same seed does.")
    {
        _output.Aliases.Add("-o");
        Arguments.Add(_file.File);
        foreach (Option option in (IEnumerable<Option>)[_file.Dataset, _label, _task, _ratio, .. _splitColumns.Options, _seed, _output, _force, _format, _clean, _types.Types, .. _file.Reading])
            Options.Add(option);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "mlnet-loss data split data/breast-cancer.csv --label-col diagnosis --split-ratio 70/20/10 --seed 1 -o cancer",
        "mlnet-loss data split data/boston.csv --split-ratio 0.2 --seed 1",
        "mlnet-loss data split houses.csv --label-col price --task regression --seed 1 --clean",
    ];

    public override void Run(ParseResult parse, CommandContext context)
    {
        if (parse.GetValue(_label) is null && parse.GetValue(_task) != ComparedTask.Auto)
            throw CommandException.Usage("--task says what --label-col holds, which is not given.");
        TableSource source = _file.Open(parse);
        SplitShares shares = SplitRatio.Resolve(parse.GetValue(_ratio), hasValidation: false, hasTest: false, new MlpRegressionOptions().ValidationFraction);
        int seed = parse.GetValue(_seed) ?? Random.Shared.Next();
        string output = Path.TrimEndingDirectorySeparator(parse.GetValue(_output) ?? $"{Path.GetFileNameWithoutExtension(source.Name)}-split");
        var wish = new RunFolder(Path.GetDirectoryName(output) is { Length: > 0 } parent ? parent : ".", Path.GetFileName(output)) { Own = [.. SetNames.SelectMany(set => Enum.GetValues<TableFormat>().Select(format => FileOf(set, format)))] };
        wish.CheckWritable();
        RunFolder folder = new RunFolderChoice(wish, parse.GetValue(_force), context.Screen).ForNewRun();

        IReadOnlyList<ColumnCensus> censuses = KindInference.Count(source, _types.Read(parse).In(source), context.Stop);
        (TableRows[] sets, ClassLabel? classes) = Divide(source, parse.GetValue(_label), _splitColumns.Group(parse), _splitColumns.Time(parse), parse.GetValue(_task) == ComparedTask.Regression, shares, seed, censuses, context);
        TableFormat format = parse.GetValue(_format);
        var copy = new RowCopy(source, [.. censuses.Select(census => census.Kind)], format, parse.GetValue(_clean), classes);
        (string Name, Action<Stream> Write)[] files =
        [
            .. sets.Zip(SetNames).Where(set => set.First.Count > 0).Select(set => (FileOf(set.Second, format), (Action<Stream>)(stream => Write(source, copy, format, set.First.Rows, stream, context.Stop)))),
        ];
        folder = folder.Write(_ => files);
        context.Screen.Tell(source.Remarks);
        context.Screen.Result($"Rows: {sets[0].Count} to train, {sets[1].Count} to validate, {sets[2].Count} to test. Seed: {seed}");
        context.Screen.Result($"Written to {folder.Path}: {string.Join(", ", files.Select(file => file.Name))}");
    }

    private static string FileOf(string set, TableFormat format) => $"{set}.{format.ToString().ToLowerInvariant()}";

    private static (TableRows[] Sets, ClassLabel? Classes) Divide(
        TableSource source, string? label, string? group, string? time, bool isRegression, SplitShares shares, int seed, IReadOnlyList<ColumnCensus> censuses, CommandContext context)
    {
        ColumnRoles.CheckSplits(group, time);
        string? mark = (group ?? time) is { } column ? source.ColumnNames[source.FindByNameOrPlace(column)] : null;
        ColumnRequest[] marks = mark is null ? [] : [new(mark, ColumnKind.Category, "")];
        if (label is null)
            return (Divide(TableRows.All(TableReader.Read(source, marks, context.Stop)), null), null);
        // As training reads and divides its rows.
        TaskChoice choice = isRegression ? new RegressionChoice(new()) : new ClassificationChoice(null, options => options);
        ColumnRequest request = choice.RequestLabel(censuses[source.FindByNameOrPlace(label)]);
        if (mark == request.Name)
            throw CommandException.Usage($"'{label}' is both --label-col and --{(group is null ? "time" : "group")}-col.");
        Table labels = TableReader.Read(source, [request, .. marks], context.Stop);
        ClassFolding? folding = labels[request.Name] is WordColumn words ? ClassFolding.Of(words.CountTexts(), source.ExactClasses) : null;
        if (folding is not null)
            labels = labels.With(folding.Apply((WordColumn)labels[request.Name]));
        if (folding?.Describe(source.Name, request.Name) is { } spellings)
            context.Screen.Warn(spellings);
        TableRows[] sets = Divide(DataSets.Labeled(labels, request.Name, context.Screen), isRegression ? null : request.Name);
        return (sets, folding is null ? null : new ClassLabel(source.Find(request.Name), folding));

        TableRows[] Divide(TableRows rows, string? classes) => shares.Training < 1
            ? All(Splitter.Split(rows, shares, seed, SplitTraits.Of(rows, classes, group is null ? null : mark, time is null ? null : mark)))
            : [rows, rows with { Rows = [] }, rows with { Rows = [] }];
    }

    private static ComparedTask ReadTask(string text) => SettingText.OneOf<ComparedTask>(text) is var task && task != ComparedTask.Auto
        ? task
        : throw new FormatException($"'{text}' is not allowed. Allowed are regression, classification.");

    private static TableRows[] All((TableRows Training, TableRows Validation, TableRows Test) sets) => [sets.Training, sets.Validation, sets.Test];

    private static void Write(TableSource source, RowCopy copy, TableFormat format, int[] wanted, Stream stream, CancellationToken stop)
    {
        using TableWriter writer = TableFormats.Create(format, stream, copy.Columns);
        using RowReader rows = source.OpenRows();
        int next = 0;
        for (int row = 0; next < wanted.Length && rows.Read(); row++)
        {
            stop.ThrowIfCancellationRequested();
            if (row != wanted[next])
                continue;
            copy.Write(rows, writer);
            next++;
        }
        writer.Complete();
    }
}
