using System.CommandLine;
using System.Globalization;
using MLNet.LossExperiments.Host.Runs;
using MLNet.LossExperiments.Host.Splits;

namespace MLNet.LossExperiments.Host.Settings;

/// <summary>The options that say which data to use, and how. Their names are mlnet's.</summary>
internal sealed class DataOptions
{
    private readonly Option<string?> _dataset = ConsoleOption.Text("--dataset", "FILE", "The data: CSV or TSV, JSON lines, Parquet, or images in IDX with their labels beside them; any of them may be packed by gzip; - for standard input.");
    private readonly Option<string?> _label = ConsoleOption.Text("--label-col", "COLUMN", "The column to predict: its name, or its place from 0.");
    private readonly Option<string?> _validation = ConsoleOption.Text("--validation-dataset", "FILE", "Rows for early stopping, instead of a part of --dataset.");
    private readonly Option<string?> _test = ConsoleOption.Text("--test-dataset", "FILE", "Rows for the final test, instead of a part of --dataset.");
    private readonly Option<SplitRatio> _split;
    private readonly Option<string[]> _ignored = new("--ignore-cols")
    {
        HelpName = "COLUMNS",
        Description = "Columns to leave out: names or places from 0, separated by commas; may be given several times.",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly ColumnTypeSettings _types = new();
    private readonly ReadingSettings _reading = new();
    private readonly Option<string?> _weight = ConsoleOption.Text("--weight-col", "COLUMN", "The column that says how much a row counts: a number of at least 0.");

    private readonly SplitColumnOptions _splitColumns = new();
    private readonly Option<(int Height, int Width)?> _imageShape = ImageShapeOption.Create("the columns of numbers that are learned from");

    private readonly bool _dividesRows;

    /// <param name="defaults">The options that hold the usual share of a set that is split off.</param>
    /// <param name="dividesRows">Whether the user may say how rows are divided.</param>
    public DataOptions(MlpOptions defaults, bool dividesRows = true)
    {
        _dividesRows = dividesRows;
        _dataset.Required = true;
        _label.Required = true;
        SplitShares usual = SplitRatio.Resolve(null, hasValidation: false, hasTest: false, defaults.ValidationFraction);
        string part = defaults.ValidationFraction.ToString("0.#%", CultureInfo.InvariantCulture);
        _split = ConsoleOption.Of("--split-ratio", "RATIO",
            $"How --dataset is divided at random: percents for training/validation/test such as 70/20/10, or one share such as 0.2 for the test set, {part} of the rest then validating. "
                + $"Where one of the two sets is given as a file, only the other is split off. Classification splits each class alike. [default: {usual}]",
            SplitRatio.Parse);
    }

    public IEnumerable<Option> Options => [_dataset, _label, .. _dividesRows ? new Option[] { _validation, _test, _split } : [], _ignored, _weight, .. _splitColumns.Options, .. _types.Options, _imageShape, .. _reading.Options];

    /// <summary>What was asked for, as one would give it on the command line, by option name without dashes. Files are named in full.</summary>
    public static IEnumerable<KeyValuePair<string, object>> Show(DataRequest data, SplitShares shares)
    {
        yield return KeyValuePair.Create<string, object>("dataset", OptionPath.InFull(data.Dataset));
        yield return KeyValuePair.Create<string, object>("label-col", data.Label);
        if (data.ValidationDataset is not null)
            yield return KeyValuePair.Create<string, object>("validation-dataset", OptionPath.InFull(data.ValidationDataset));
        if (data.TestDataset is not null)
            yield return KeyValuePair.Create<string, object>("test-dataset", OptionPath.InFull(data.TestDataset));
        if (shares.Training < 1)
            yield return KeyValuePair.Create<string, object>("split-ratio", shares.ToString());
        if (data.Ignored.Count > 0)
            yield return KeyValuePair.Create<string, object>("ignore-cols", data.Ignored);
        if (data.Weight is not null)
            yield return KeyValuePair.Create<string, object>("weight-col", data.Weight);
        foreach (KeyValuePair<string, object> column in SplitColumnOptions.Show(data))
            yield return column;
        if (data.ImageShape is { } shape)
            yield return KeyValuePair.Create<string, object>(ImageShapeOption.Name.TrimStart('-'), ImageShapeOption.Text(shape));
        foreach (KeyValuePair<string, object> said in ColumnTypeSettings.Show(data.Types).Concat(ReadingSettings.Show(data.Reading)))
            yield return said;
    }

    public DataRequest Read(ParseResult parse) => new(
        parse.GetValue(_dataset)!,
        parse.GetValue(_label)!,
        parse.GetValue(_weight),
        [.. (parse.GetValue(_ignored) ?? []).SelectMany(names => names.Split(',')).Select(name => name.Trim()).Where(name => name.Length > 0)],
        _reading.Read(parse),
        _types.Read(parse),
        _dividesRows ? parse.GetValue(_validation) : null,
        _dividesRows ? parse.GetValue(_test) : null,
        _dividesRows ? parse.GetValue(_split) : null,
        parse.GetValue(_imageShape))
    {
        Group = _splitColumns.Group(parse),
        Time = _splitColumns.Time(parse),
    };
}
