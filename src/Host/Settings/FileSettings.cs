using System.CommandLine;
using MLNet.LossExperiments.Host.Formats;

namespace MLNet.LossExperiments.Host.Settings;

/// <summary>Which file is looked at, and what the user says of it.</summary>
/// <param name="description">What the file is for.</param>
/// <param name="name">What stands for it in help.</param>
internal sealed class FileSettings(string description, string name = "FILE")
{
    private readonly ReadingSettings _reading = new();

    public Argument<string> File { get; } = new(name) { Description = description };

    public Option<string?> Label { get; } = ConsoleOption.Text("--label-col", "COLUMN", "The column to predict: its name, or its place from 0. [default: label, of images in IDX]");

    public Option<(int Height, int Width)?> Shape { get; } = ImageShapeOption.Create("all columns but the label");

    public IEnumerable<Option> Reading => _reading.Options;

    /// <exception cref="CommandException">The file cannot be read.</exception>
    public TableSource Open(ParseResult parse) => TableSources.Open(parse.GetValue(File)!, _reading.Read(parse));

    /// <summary>The place of the label; null where none is said and none is known.</summary>
    /// <exception cref="CommandException">There is no such column.</exception>
    public int? FindLabel(ParseResult parse, TableSource source) =>
        parse.GetValue(Label) is { } label ? source.FindByNameOrPlace(label) : source is IdxSource ? source.TryFind(IdxSource.LabelColumn) : null;

    public (int Height, int Width)? ReadShape(ParseResult parse) => parse.GetValue(Shape);
}
