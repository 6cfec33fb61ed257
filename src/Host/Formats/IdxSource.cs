using System.Globalization;

namespace MLNet.LossExperiments.Host.Formats;

/// <summary>An IDX file as a table: a row for each record, a column for each of its values and, where a file of labels lies beside it, one for the label, which comes first.</summary>
internal sealed class IdxSource : TableSource
{
    public const string LabelColumn = "label";

    private readonly string? _labels;
    private readonly IReadOnlyList<int> _shape;

    private readonly CellFormat _cells;

    private IdxSource(InputFile file, string? labels, IReadOnlyList<int> shape, IReadOnlyList<string> columns, CellFormat cells)
        : base(file, columns)
    {
        _labels = labels;
        _shape = shape;
        _cells = cells;
    }

    public override string RowNoun => "record";

    public override ReadingOptions Reading => ReadingOptions.Unsaid with { MissingMarkers = _cells.MissingMarkers };

    public override string Description => $"IDX, records of {string.Join(" x ", _shape.DefaultIfEmpty(1))} values{(_labels is null ? "" : $" with the labels of {System.IO.Path.GetFileName(_labels)}")}";

    public override (int Height, int Width)? ImageShape => _shape is [var height, var width] ? (height, width) : null;

    /// <summary>Opens it, and the file of labels beside it.</summary>
    /// <exception cref="CommandException">It is damaged, or the labels are not as many.</exception>
    public static IdxSource Open(InputFile file, ReadingOptions said)
    {
        using IdxFile images = IdxFile.Open(file.Path);
        string? labels = images.RecordShape.Count > 0 ? IdxNames.FindCounterpart(file.Path) : null;
        if (labels is not null)
            CheckLabels(images, labels);
        string[] values = images.RecordShape.Count == 0 ? [LabelColumn] : [.. Enumerable.Range(0, images.RecordLength).Select(i => string.Create(CultureInfo.InvariantCulture, $"pixel{i}"))];
        return new IdxSource(file, labels, images.RecordShape, labels is null ? values : [LabelColumn, .. values], new CellFormat('.', said.MissingMarkers));
    }

    public override RowReader OpenRows() => new IdxRows(IdxFile.Open(Path), _labels is null ? null : IdxFile.Open(_labels), _cells);

    public override ColumnKind? KnownKind(int column) => ColumnKind.Number;

    private static void CheckLabels(IdxFile images, string path)
    {
        using IdxFile labels = IdxFile.Open(path);
        if (labels.RecordLength != 1 || labels.Count != images.Count)
            throw CommandException.Failure($"{path} holds {labels.Count} records of {labels.RecordLength} {(labels.RecordLength == 1 ? "value" : "values")}, but must hold one label for each of the {images.Count} records of {images.Path}.");
    }
}
