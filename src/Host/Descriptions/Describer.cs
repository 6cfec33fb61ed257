using MLNet.LossExperiments.Host.Formats;
using MLNet.LossExperiments.Host.Learning;
using MLNet.LossExperiments.Host.Tables;
using MLNet.LossExperiments.Host.Terminal;

namespace MLNet.LossExperiments.Host.Descriptions;

/// <summary>Reads a file and finds what is in it.</summary>
/// <param name="source">The file.</param>
/// <param name="said">What the user says of columns, by their places.</param>
/// <param name="label">The place of the label; null for none.</param>
/// <param name="image">Which columns are pixels; null where rows are no images.</param>
internal sealed class Describer(TableSource source, IReadOnlyDictionary<int, ColumnKind> said, int? label, ImageColumns? image)
{
    private const int RowsPerNote = 256;

    // A label of numbers names classes if there are not more different ones.
    private const int MostNumericClasses = 100;

    /// <exception cref="CommandException">The file cannot be read.</exception>
    public DataDescription Run(WorkProgress progress, CancellationToken stop)
    {
        IReadOnlyList<ColumnCensus> censuses = KindInference.Count(source, said, stop);
        HashSet<int> pixels = [.. image?.Places ?? []];
        (int Place, ColumnTally Tally)[] tallies = [.. censuses.Index().Where(census => !pixels.Contains(census.Index)).Select(census => (census.Index, ColumnTally.For(census.Item.Name, census.Item.Kind)))];
        PixelTally? pixelTally = image is null ? null : new PixelTally(image.Height, image.Width);
        // Classes are what is written, also where it is a number.
        (int Place, ColumnTally Tally)[] labels = label is int place ? [(place, ColumnTally.For(censuses[place].Name, ColumnKind.Category))] : [];
        int rows = progress.Watch(new Work("reading", "bytes", source.Length), note => Read([.. tallies, .. labels], pixelTally, note, stop));

        ColumnSummary[] columns = [.. tallies.Select(tally => tally.Tally.Summarise())];
        IReadOnlyList<ValueCount> classes = labels is [var (_, labelTally)] ? Fold(labelTally.CountValues()) : [];
        bool areClasses = label is int labelPlace && (censuses[labelPlace].Kind != ColumnKind.Number || classes.Count <= MostNumericClasses);
        return new DataDescription(rows, columns, source.ColumnNames.Count, pixelTally?.Summarise(), label is int named ? source.ColumnNames[named] : null, areClasses ? classes : []);
    }

    private IReadOnlyList<ValueCount> Fold(IReadOnlyList<ValueCount> counts)
    {
        var folding = ClassFolding.Of(counts.Select(count => (count.Value, count.Rows)), source.ExactClasses);
        Dictionary<string, int> rows = counts.GroupBy(count => folding.NameOf(count.Value), StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Sum(count => count.Rows), StringComparer.Ordinal);
        return [.. LabelClasses.Order(rows.Keys).Select(name => new ValueCount(name, rows[name]))];
    }

    private int Read((int Place, ColumnTally Tally)[] tallies, PixelTally? pixelTally, Action<long> note, CancellationToken stop)
    {
        int count = 0;
        using RowReader rows = source.OpenRows();
        while (rows.Read())
        {
            stop.ThrowIfCancellationRequested();
            foreach ((int place, ColumnTally tally) in tallies)
                tally.Add(source, rows, place);
            if (pixelTally is not null)
                AddPixels(rows, pixelTally);
            if (++count % RowsPerNote == 0)
                note(source.BytesRead);
        }
        return count;
    }

    private void AddPixels(RowReader rows, PixelTally tally)
    {
        foreach (int place in image!.Places)
        {
            if (!rows.TryReadNumber(place, out float pixel))
                throw CommandException.Failure($"{source.PlaceOf(rows.Place)}, column '{source.ColumnNames[place]}': {CellText.Quote(rows.TextOf(place))} {rows.WhyNoNumber(place)}, as a pixel must be.");
            tally.Add(pixel);
        }
    }
}
