namespace MLNet.LossExperiments.Reports;

/// <summary>The usable rows of two classes, the greatest score first. Everything about thresholds is then a matter of places: the rows above a threshold are those before a place.</summary>
internal sealed class BinaryRows
{
    private readonly int[] _order;

    public BinaryRows(BinaryPredictions source, UsableRows usable)
    {
        Source = source;
        Usable = usable;
        _order = [.. Enumerable.Range(0, usable.Count)];
        double[] scores = usable.Numbers(source.Scores);
        double[] keys = [.. scores.Select(score => -score)];
        Array.Sort(keys, _order);
        Scores = scores.Pick(_order);
        Weights = usable.Weights?.Pick(_order);
        IsPositive = [.. _order.Select(row => source.Actual[usable.Places[row]])];
        GroupEnds = [.. Enumerable.Range(1, Scores.Length).Where(end => end == Scores.Length || Scores[end] != Scores[end - 1])];
        TruePositives = new double[GroupEnds.Length + 1];
        FalsePositives = new double[GroupEnds.Length + 1];
        for (int group = 0, row = 0; group < GroupEnds.Length; group++)
        {
            (TruePositives[group + 1], FalsePositives[group + 1]) = (TruePositives[group], FalsePositives[group]);
            for (; row < GroupEnds[group]; row++)
                (IsPositive[row] ? TruePositives : FalsePositives)[group + 1] += Weights?[row] ?? 1;
        }
    }

    public BinaryPredictions Source { get; }

    public UsableRows Usable { get; }

    public int Count => Scores.Length;

    /// <summary>The scores, descending.</summary>
    public double[] Scores { get; }

    public bool[] IsPositive { get; }

    /// <summary>The weights; null for 1.</summary>
    public double[]? Weights { get; }

    /// <summary>Rows of one score are a group: the place after the last of each.</summary>
    public int[] GroupEnds { get; }

    /// <summary>The weight of the positive rows in the first so many groups: from none to all.</summary>
    public double[] TruePositives { get; }

    /// <summary>The weight of the negative rows in the first so many groups.</summary>
    public double[] FalsePositives { get; }

    public double Positives => TruePositives[^1];

    public double Negatives => FalsePositives[^1];

    /// <summary>The place among all usable rows.</summary>
    public int RowAt(int place) => _order[place];

    /// <summary>The number of groups whose score is above a threshold.</summary>
    public int GroupsAbove(double threshold)
    {
        (int from, int to) = (0, GroupEnds.Length);
        while (from < to)
        {
            int middle = (from + to) / 2;
            if (Scores[GroupEnds[middle] - 1] > threshold)
                from = middle + 1;
            else
                to = middle;
        }
        return from;
    }

    /// <summary>The number of rows whose score is above a threshold.</summary>
    public int RowsAbove(double threshold) => GroupsAbove(threshold) is > 0 and int groups ? GroupEnds[groups - 1] : 0;

    /// <summary>A threshold that the first so many groups are above, and no other: half-way to the next.</summary>
    public double ThresholdAfter(int groups)
    {
        if (Count == 0)
            return Source.EffectiveThreshold;
        double above = groups == 0 ? Scores[0] : Scores[GroupEnds[groups - 1] - 1];
        if (groups == 0)
            return above;
        if (groups < GroupEnds.Length)
            return (above + Scores[GroupEnds[groups] - 1]) / 2;
        return Source.HasProbabilities && above > 0 ? 0 : above - 1e-6 * Math.Max(1, Math.Abs(above));
    }
}
