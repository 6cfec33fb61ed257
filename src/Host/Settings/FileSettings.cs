using System.CommandLine;
using System.Globalization;
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

    public Option<(int Height, int Width)?> Shape { get; } = ConsoleOption.Of<(int, int)?>(
        "--shape", "HEIGHTxWIDTH", "Rows are images of this many pixels, such as 28x28: all columns but the label, row by row. [default: that of an IDX file]", text => Parse(text));

    public IEnumerable<Option> Reading => _reading.Options;

    /// <exception cref="CommandException">The file cannot be read.</exception>
    public TableSource Open(ParseResult parse) => TableSources.Open(parse.GetValue(File)!, _reading.Read(parse));

    /// <summary>The place of the label; null where none is said and none is known.</summary>
    /// <exception cref="CommandException">There is no such column.</exception>
    public int? FindLabel(ParseResult parse, TableSource source) =>
        parse.GetValue(Label) is { } label ? source.FindByNameOrPlace(label) : source is IdxSource ? source.TryFind(IdxSource.LabelColumn) : null;

    public (int Height, int Width)? ReadShape(ParseResult parse) => parse.GetValue(Shape);

    private static (int Height, int Width) Parse(string text)
    {
        string[] sizes = text.Split('x', 'X');
        return sizes.Length == 2 && Size(sizes[0]) is int height && Size(sizes[1]) is int width
            ? (height, width)
            : throw new FormatException($"'{text}' is not a shape. Give height and width, such as 28x28.");
    }

    private static int? Size(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int size) && size > 0 ? size : null;
}
