namespace MLNet.LossExperiments.Splits;

/// <summary>Rows in the order of time, cut where time goes on: rows of the same time stay together.</summary>
internal sealed class TimeOrder
{
    private readonly string? _column;
    private readonly long[] _times;

    // For each time the number of rows before it.
    private readonly long[] _before;
    private readonly long _rows;

    /// <param name="counts">For each time the number of its rows.</param>
    /// <param name="column">The column of the times.</param>
    public TimeOrder(IEnumerable<KeyValuePair<long, long>> counts, string? column)
    {
        _column = column;
        KeyValuePair<long, long>[] ordered = [.. counts.OrderBy(pair => pair.Key)];
        _times = [.. ordered.Select(pair => pair.Key)];
        _before = new long[ordered.Length];
        for (int i = 0; i < ordered.Length; i++)
        {
            _before[i] = _rows;
            _rows += ordered[i].Value;
        }
    }

    public static TimeOrder Of(RowTraits rows) => new(rows.Times!.CountBy(time => time).Select(pair => KeyValuePair.Create(pair.Key, (long)pair.Value)), rows.TimeColumn);

    /// <summary>The first time of the latest rows, as near as times allow to the number wanted.</summary>
    /// <exception cref="MlpTrainingException">There are fewer than two times.</exception>
    public long FirstOfLatest(long wanted) => _times.Length < 2
        ? throw new MlpTrainingException($"The time column '{_column}' has the same time in all {_rows} rows that are to be divided, but a split needs two, since rows of one time stay together.")
        : _times[Cut(_rows - wanted, 1, _times.Length - 1)];

    /// <summary>The first time of each fold's rows, which end where the next fold begins: folds of the same size, and as much before the first.</summary>
    /// <exception cref="MlpTrainingException">There are too few times.</exception>
    public long[] FirstOfFolds(int folds)
    {
        if (_times.Length <= folds)
            throw new MlpTrainingException($"The time column '{_column}' has {_times.Length} different times, too few for {folds} folds, each of which is held out from rows before it: {folds + 1} are needed. Take fewer folds.");
        var firsts = new long[folds];
        int cut = 0;
        for (int fold = 0; fold < folds; fold++)
        {
            cut = Cut(_rows - (folds - fold) * (_rows / (folds + 1)), cut + 1, _times.Length - (folds - fold));
            firsts[fold] = _times[cut];
        }
        return firsts;
    }

    // The time before which there are most nearly as many rows as wanted.
    private int Cut(long wanted, int least, int most)
    {
        int found = Array.BinarySearch(_before, wanted);
        int above = Math.Clamp(found < 0 ? ~found : found, least, most), below = Math.Max(least, above - 1);
        return wanted - _before[below] < _before[above] - wanted ? below : above;
    }
}
