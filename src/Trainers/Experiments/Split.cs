using MLNet.LossExperiments.Simd;

namespace MLNet.LossExperiments.Experiments;

/// <summary>A division of all rows into those to train on and those held out.</summary>
/// <param name="Seed">The seed that the rows were shuffled by.</param>
/// <param name="Fold">Which part is held out, from 0.</param>
/// <param name="IsHeldOut">For each row whether it is held out.</param>
internal sealed record Split(int Seed, int Fold, bool[] IsHeldOut)
{
    /// <summary>The seed of every fit on this division: its validation rows, initial weights, shuffling and dropout.</summary>
    public int FitSeed => StreamStart.OfFold(Seed, Fold);

    /// <summary>For each row whether it comes after those held out, and so is used for nothing; null where rows have no order.</summary>
    public bool[]? IsLater { get; init; }

    public bool[] IsTrainedOn => [.. IsHeldOut.Select((held, row) => !held && IsLater?[row] != true)];
}
