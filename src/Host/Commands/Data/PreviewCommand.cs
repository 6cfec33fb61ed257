using System.CommandLine;
using System.Globalization;
using MLNet.LossExperiments.Host.Descriptions;
using MLNet.LossExperiments.Host.Formats;
using MLNet.LossExperiments.Host.Output;
using MLNet.LossExperiments.Host.Pictures;
using MLNet.LossExperiments.Host.Settings;
using MLNet.LossExperiments.Host.Writing;

namespace MLNet.LossExperiments.Host.Commands.Data;

/// <summary><c>mlnet-loss data preview</c>.</summary>
internal sealed class PreviewCommand : ConsoleCommand
{
    private const int UsualRows = 10;
    private const int UsualImages = 16;
    private const int MostRows = 10_000;

    private readonly FileSettings _file = new("The file: CSV or TSV, JSON lines, Parquet, or images in IDX with their labels beside them; any of them may be packed by gzip; - for standard input.");
    private readonly Option<int?> _rows = ConsoleOption.Of<int?>("--rows", "N", $"How many rows, or images. [default: {UsualRows}, or {UsualImages} images]", text => Rows(text));
    private readonly Option<string?> _output = ConsoleOption.Text("--output", "FILE.png", "Draw images into this picture, with their labels.");
    private readonly Option<bool> _json = ConsoleOption.Of("--json", "true|false", "Print the rows as one JSON document and nothing else to standard output.", SettingText.Truth);

    public PreviewCommand()
        : base("preview", "Show the first rows of a file, or draw its first images.")
    {
        _output.Aliases.Add("-o");
        Arguments.Add(_file.File);
        foreach (Option option in (IEnumerable<Option>)[_file.Dataset, _rows, _output, _file.Label, _file.Shape, .. _file.Reading, _json])
            Options.Add(option);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "mlnet-loss data preview data/boston.csv --rows 5",
        "mlnet-loss data preview mnist/train-images-idx3-ubyte.gz -o digits.png",
        "mlnet-loss data preview data/digits.csv --image-shape 8x8 --label-col digit --rows 25 -o digits.png",
    ];

    public override void Run(ParseResult parse, CommandContext context)
    {
        TableSource source = _file.Open(parse);
        int? label = _file.FindLabel(parse, source);
        ImageColumns? image = ImageColumns.Find(source, _file.ReadShape(parse), label);
        string? path = parse.GetValue(_output);
        if (path is not null && image is null)
            throw CommandException.Usage($"--output draws images, and {source.Name} holds none, as far as its format says. If its rows are images, give their size with --image-shape, such as 28x28.");
        if (path is not null && !Path.GetExtension(path).Equals(".png", StringComparison.OrdinalIgnoreCase))
            throw CommandException.Usage($"--output: '{path}' must end with .png.");
        IReadOnlyList<string[]> rows = FirstRows.Read(source, parse.GetValue(_rows) ?? (image is null ? UsualRows : UsualImages));
        if (path is not null)
            Draw(source, rows, image!, label, path);
        context.Screen.Tell(source.Remarks);
        if (parse.GetValue(_json))
            context.Screen.Result(Json.Write(PreviewDocument.Of(source, rows)));
        else if (image is null)
            PreviewReport.ShowRows(context.Screen, source, rows);
        else
            PreviewReport.ShowImages(context.Screen, source, image, label is int place ? [.. rows.Select(row => row[place])] : null, ColumnsFor(rows.Count), path);
    }

    private static void Draw(TableSource source, IReadOnlyList<string[]> rows, ImageColumns image, int? label, string path)
    {
        LabeledImage[] images = [.. rows.Select((row, number) => new LabeledImage([.. image.Places.Select(place => Pixel(source, number, place, row[place]))], label is int place ? row[place] : ""))];
        byte[] picture = ImageGrid.Draw(images, image.Height, image.Width, ColumnsFor(images.Length));
        PlacedFile.Write(path, stream => stream.Write(picture));
    }

    private static float Pixel(TableSource source, int row, int place, string text)
    {
        if (CellFormat.Usual.TryReadNumber(text, out float pixel))
            return pixel;
        return CellFormat.Usual.IsMissingNumber(text)
            ? float.NaN
            : throw CommandException.Failure($"{source.Name}, row {row + 1}, column '{source.ColumnNames[place]}': {CellText.Quote(text)} {CellFormat.Usual.WhyNoNumber(text)}, as a pixel must be.");
    }

    // As square as can be.
    private static int ColumnsFor(int count) => (int)Math.Ceiling(Math.Sqrt(count));

    private static int Rows(string text) => SettingText.Integer(text) is >= 1 and <= MostRows and var rows
        ? rows
        : throw new FormatException($"'{text}' is not allowed. Allowed are 1 to {MostRows.ToString(CultureInfo.InvariantCulture)}.");
}
