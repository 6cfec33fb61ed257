using System.CommandLine;
using MLNet.LossExperiments.Host.Formats;

namespace MLNet.LossExperiments.Host.Settings;

/// <summary>Which file is looked at, and what the user says of it.</summary>
/// <param name="description">What the file is for.</param>
/// <param name="name">What stands for it in help.</param>
internal sealed class FileSettings(string description, string name = "FILE")
{
    private const string DatasetName = "--dataset";

    private readonly ReadingSettings _reading = new();

    /// <summary>The file by its place on the command line.</summary>
    public Argument<string?> File { get; } = new(name) { Description = description, Arity = ArgumentArity.ZeroOrOne };

    /// <summary>The file by the option that every command has for its data.</summary>
    public Option<string?> Dataset { get; } = ConsoleOption.Text(DatasetName, "FILE", $"The same as {name}.");

    public Option<string?> Label { get; } = ConsoleOption.Text("--label-col", "COLUMN", "The column to predict: its name, or its place from 0. [default: label, of images in IDX]");

    public Option<(int Height, int Width)?> Shape { get; } = ImageShapeOption.Create("all columns but the label");

    public IEnumerable<Option> Reading => _reading.Options;

    /// <exception cref="CommandException">The file cannot be read, was given twice, or not at all.</exception>
    public TableSource Open(ParseResult parse) => Open(parse, Path(parse));

    /// <summary>Opens a file as the options say.</summary>
    /// <exception cref="CommandException">The file cannot be read.</exception>
    public TableSource Open(ParseResult parse, string path) => TableSources.Open(path, _reading.Read(parse));

    /// <summary>The place of the label; null where none is said and none is known.</summary>
    /// <exception cref="CommandException">There is no such column.</exception>
    public int? FindLabel(ParseResult parse, TableSource source) =>
        parse.GetValue(Label) is { } label ? source.FindByNameOrPlace(label) : source is IdxSource ? source.TryFind(IdxSource.LabelColumn) : null;

    public (int Height, int Width)? ReadShape(ParseResult parse) => parse.GetValue(Shape);

    private string Path(ParseResult parse) => (parse.GetValue(File), parse.GetValue(Dataset)) switch
    {
        ({ } file, { } dataset) => throw CommandException.Usage($"There are two files: '{file}', and --dataset '{dataset}'. Give one."),
        (null, null) => throw CommandException.Usage($"{name} is missing: the file to read. --dataset FILE says the same."),
        var (file, dataset) => file ?? dataset!,
    };
}
