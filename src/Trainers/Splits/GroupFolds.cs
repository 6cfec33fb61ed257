using System.Numerics;
using MLNet.LossExperiments.Simd;

namespace MLNet.LossExperiments.Splits;

/// <summary>Divides groups into folds of about the same size, classes in proportion: each group, larger ones first, goes to the fold that it brings nearest to its share. A class that is in two groups or more is never in one fold alone.</summary>
internal static class GroupFolds
{
    /// <param name="groups">The groups.</param>
    /// <param name="folds">The number of folds.</param>
    /// <param name="column">The column of the groups.</param>
    /// <param name="state">Where the random stream is; moves on.</param>
    /// <returns>For each group its fold.</returns>
    /// <exception cref="MlpTrainingException">There are fewer groups than folds.</exception>
    public static int[] Of(IReadOnlyList<RowGroup> groups, int folds, string? column, ref ulong state)
    {
        if (groups.Count < folds)
            throw new MlpTrainingException($"The group column '{column}' has {groups.Count} {(groups.Count == 1 ? "group" : "groups")}, too few for {folds} folds, since a group is never divided. Take fewer folds.");
        var foldOf = new int[groups.Count];
        GroupBalance[] balances = [.. Enumerable.Range(0, folds).Select(_ => new GroupBalance(groups, 1.0 / folds))];
        var left = groups.SelectMany(group => group.Classes).CountBy(of => of.Class).ToDictionary();
        // Sizes are rounded to powers of 2, so that seeds differ though larger ones come first.
        int[] order = [.. RandomOrder.Shuffled(ref state, [.. Enumerable.Range(0, groups.Count)]).OrderByDescending(group => BitOperations.Log2((ulong)groups[group].Size))];
        for (int place = 0; place < order.Length; place++)
        {
            RowGroup group = groups[order[place]];
            bool mustFill = order.Length - place <= balances.Count(balance => balance.Size == 0);
            int fold = Enumerable.Range(0, folds)
                .Where(fold => !mustFill || balances[fold].Size == 0)
                .OrderBy(fold => WouldHoldAll(fold, group))
                .ThenBy(fold => balances[fold].CostOf(group))
                .ThenBy(fold => balances[fold].Size)
                .First();
            foldOf[order[place]] = fold;
            balances[fold].Take(group);
            foreach ((int c, _) in group.Classes)
                left[c]--;
        }
        return foldOf;

        // Then the class would be absent from what that fold's networks are trained on.
        bool WouldHoldAll(int fold, RowGroup group) =>
            group.Classes.Any(of => left[of.Class] == 1 && balances[fold].Has(of.Class) && balances.Where((_, other) => other != fold).All(other => !other.Has(of.Class)));
    }
}
