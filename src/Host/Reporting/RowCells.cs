using MLNet.LossExperiments.Host.Formats;

namespace MLNet.LossExperiments.Host.Reporting;

/// <summary>A row of a file as it stands there.</summary>
/// <param name="Number">Its number, from 0.</param>
/// <param name="Place">Where it is, for messages.</param>
/// <param name="Texts">The texts of its cells.</param>
/// <param name="Numbers">Its cells as numbers, NaN where they are missing; null where something else stands there.</param>
/// <param name="AreMissing">Which cells hold nothing.</param>
internal sealed record RowCells(int Number, int Place, string[] Texts, float?[] Numbers, bool[] AreMissing)
{
    /// <summary>Reads some rows of a file.</summary>
    /// <param name="source">The file.</param>
    /// <param name="numbers">Their numbers, from 0.</param>
    /// <param name="stop">Ends it.</param>
    public static IReadOnlyDictionary<int, RowCells> Read(TableSource source, IReadOnlySet<int> numbers, CancellationToken stop)
    {
        var found = new Dictionary<int, RowCells>();
        using RowReader rows = source.OpenRows();
        for (int number = 0; found.Count < numbers.Count && rows.Read(); number++)
        {
            stop.ThrowIfCancellationRequested();
            if (numbers.Contains(number))
                found.Add(number, Of(rows, number, source.ColumnNames.Count));
        }
        return found;
    }

    private static RowCells Of(RowReader rows, int number, int columns)
    {
        var cells = new RowCells(number, rows.Place, new string[columns], new float?[columns], new bool[columns]);
        for (int column = 0; column < columns; column++)
        {
            cells.Texts[column] = rows.TextOf(column);
            cells.Numbers[column] = rows.TryReadNumber(column, out float value) ? value : null;
            cells.AreMissing[column] = rows.IsMissing(column);
        }
        return cells;
    }
}
