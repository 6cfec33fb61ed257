using MLNet.LossExperiments.Host.Descriptions;
using MLNet.LossExperiments.Host.Formats;
using MLNet.LossExperiments.Reports;

namespace MLNet.LossExperiments.Host.Reporting;

/// <summary>Adds to an evaluation what its rows hold: which of them are listed or shown is known only once all are evaluated.</summary>
internal static class RowDetails
{
    private const string PlaceColumn = "place";
    private const int MostColumns = 40;

    /// <summary>The rows that an evaluation lists or shows.</summary>
    public static IEnumerable<int> RowsIn(TaskEvaluation evaluation) =>
        evaluation.Worst.Rows.Select(row => row.Row).Concat(ImagesIn(evaluation)?.Images.Select(image => image.Row) ?? []);

    /// <summary>Adds what they hold.</summary>
    /// <param name="evaluation">The evaluation.</param>
    /// <param name="source">The file.</param>
    /// <param name="columns">The columns that predictions are made from, by place.</param>
    /// <param name="image">Which columns are pixels, of which no single one says anything; null where rows are no images.</param>
    /// <param name="cells">The rows, by their numbers.</param>
    public static TaskEvaluation Add(TaskEvaluation evaluation, TableSource source, IReadOnlyList<int> columns, ImageColumns? image, IReadOnlyDictionary<int, RowCells> cells)
    {
        int[] shown = [.. columns.Except(image?.Places ?? []).Take(MostColumns)];
        TaskEvaluation described = evaluation with
        {
            Worst = evaluation.Worst with
            {
                Columns = [PlaceColumn, .. shown.Select(column => source.ColumnNames[column])],
                Rows = [.. evaluation.Worst.Rows.Select(row => row with { Values = Values(source, shown, cells[row.Row]) })],
            },
        };
        return image is not null && described is MulticlassEvaluation { Images: { } images } multiclass ? multiclass with { Images = Fill(images, image.Places, cells) } : described;
    }

    private static string[] Values(TableSource source, int[] shown, RowCells row) => [$"{source.RowNoun} {row.Place}", .. shown.Select(column => row.Texts[column])];

    private static ImageExamples? ImagesIn(TaskEvaluation evaluation) => (evaluation as MulticlassEvaluation)?.Images;

    private static ImageExamples Fill(ImageExamples images, IReadOnlyList<int> columns, IReadOnlyDictionary<int, RowCells> cells)
    {
        float[][] pixels = [.. images.Images.Select(image => columns.Select(column => cells[image.Row].Numbers[column] ?? 0).ToArray())];
        float greatest = pixels.SelectMany(own => own).DefaultIfEmpty(1).Max(), least = Math.Min(0, pixels.SelectMany(own => own).DefaultIfEmpty().Min());
        float range = greatest > least ? greatest - least : 1;
        return images with { Images = [.. images.Images.Zip(pixels, (image, own) => image with { Pixels = own.Select(value => (byte)Math.Round(byte.MaxValue * (value - least) / range)).ToArray() })] };
    }
}
