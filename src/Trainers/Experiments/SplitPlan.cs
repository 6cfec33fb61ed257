using MLNet.LossExperiments.Simd;
using MLNet.LossExperiments.Splits;

namespace MLNet.LossExperiments.Experiments;

/// <summary>
/// Divides rows for each seed: into folds, each of which is held out once, or into one part to train on and one held out. Classes are spread evenly, groups stay whole. Where rows have times each fold is held out from the rows
/// before it, and seeds do not matter.
/// </summary>
internal sealed class SplitPlan
{
    private readonly RowTraits _rows;
    private readonly int _folds;
    private readonly double? _holdout;
    private (int Seed, int[] Folds)? _last;

    /// <param name="rows">What the split respects.</param>
    /// <param name="folds">The number of folds.</param>
    /// <param name="holdout">The share that is held out instead; null for folds.</param>
    public SplitPlan(RowTraits rows, int folds, double? holdout) => (_rows, _folds, _holdout) = (rows, folds, holdout);

    public int RowCount => _rows.Count;

    public int Folds => _holdout is null ? _folds : 1;

    /// <exception cref="MlpTrainingException">There are too few groups or times.</exception>
    public Split Of(int seed, int fold)
    {
        if (_holdout is { } share)
            return new Split(seed, fold, SplitOff.Of(_rows, share, StreamStart.Of(seed, StreamPurpose.Folds)));
        int[] folds = FoldsOf(_rows.Times is null ? seed : 0);
        // In the order of time what comes after the fold is not known yet.
        return new Split(seed, fold, [.. folds.Select(own => own == fold)]) { IsLater = _rows.Times is null ? null : [.. folds.Select(own => own > fold)] };
    }

    /// <summary>For each split the number of the first that holds out the same rows: seeds do not matter to splits by time, and groups may leave no choice.</summary>
    /// <param name="splits">The splits.</param>
    public IReadOnlyDictionary<(int Seed, int Fold), int> NumberSplits(IReadOnlyList<(int Seed, int Fold)> splits) =>
        splits.Zip(_rows.Times is null && _rows.Groups is null ? Enumerable.Range(0, splits.Count) : RowTraits.Numbered(splits.Select(split => HashOf(Of(split.Seed, split.Fold))))).ToDictionary();

    private static ulong HashOf(Split split) => split.IsHeldOut.Aggregate(0UL, (hash, held) => StreamStart.Join(hash, held ? 1UL : 0));

    // For each row its fold; -1 where it is never held out.
    private int[] FoldsOf(int seed)
    {
        if (_last?.Seed != seed)
            _last = (seed, FindFolds(seed));
        return _last.Value.Folds;
    }

    private int[] FindFolds(int seed)
    {
        ulong state = StreamStart.Of(seed, StreamPurpose.Folds);
        if (_rows.Times is { } times)
        {
            long[] firsts = TimeOrder.Of(_rows).FirstOfFolds(_folds);
            return [.. times.Select(time => firsts.Count(first => time >= first) - 1)];
        }
        if (_rows.Groups is { } groups)
        {
            int[] folds = GroupFolds.Of(RowGroup.AllOf(_rows), _folds, _rows.GroupColumn, ref state);
            return [.. groups.Select(group => folds[group])];
        }
        // In random order, class after class, a row for each fold in turn.
        var foldOf = new int[_rows.Count];
        int place = 0;
        foreach (int row in RandomOrder.Shuffled(ref state, [.. Enumerable.Range(0, _rows.Count)]).OrderBy(_rows.ClassOf))
            foldOf[row] = place++ % _folds;
        return foldOf;
    }
}
