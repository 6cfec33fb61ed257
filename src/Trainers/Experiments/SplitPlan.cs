using MLNet.LossExperiments.Simd;

namespace MLNet.LossExperiments.Experiments;

/// <summary>Divides rows anew for each seed: into folds, each of which is held out once, or into one part to train on and one held out. Classes are spread evenly; sizes differ by one row at most.</summary>
/// <param name="classes">The class of each row, by any number; all alike where there are none.</param>
/// <param name="folds">The number of folds.</param>
/// <param name="holdout">The share that is held out instead; null for folds.</param>
internal sealed class SplitPlan(IReadOnlyList<int> classes, int folds, double? holdout)
{
    public int RowCount => classes.Count;

    public int Folds => holdout is null ? folds : 1;

    /// <summary>The number of rows held out, of one fold or another.</summary>
    public int HeldOut(int fold) => holdout is { } share ? Math.Clamp((int)Math.Round(share * classes.Count), 1, classes.Count - 1) : (classes.Count - fold + folds - 1) / folds;

    public Split Of(int seed, int fold)
    {
        int[] order = Dealt(seed);
        var isHeldOut = new bool[classes.Count];
        int held = HeldOut(fold);
        for (int place = 0; place < order.Length; place++)
        {
            // A row every so often, so that each class gives its share.
            bool isHeld = holdout is null ? place % folds == fold : (long)(place + 1) * held / order.Length > (long)place * held / order.Length;
            isHeldOut[order[place]] = isHeld;
        }
        return new Split(seed, fold, isHeldOut);
    }

    // The rows in random order, class after class.
    private int[] Dealt(int seed)
    {
        ulong state = StreamStart.Of(seed, StreamPurpose.Folds);
        return [.. RandomOrder.Shuffled(ref state, [.. Enumerable.Range(0, classes.Count)]).OrderBy(row => classes[row])];
    }
}
