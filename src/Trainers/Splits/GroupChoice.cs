using MLNet.LossExperiments.Simd;

namespace MLNet.LossExperiments.Splits;

/// <summary>
/// Chooses the groups that are split off: as many as come nearest to the rows wanted, with the classes in proportion. A class that is in two groups or more is put on both sides where that takes no more than half of the rows
/// and no more than four times those wanted.
/// </summary>
internal sealed class GroupChoice
{
    private const int MostTimesWanted = 4;

    private readonly IReadOnlyList<RowGroup> _groups;
    private readonly int[] _order;
    private readonly bool[] _isChosen;
    private readonly GroupBalance _balance;

    // For each class the groups that have it, and how many of those are not chosen.
    private readonly int[][] _groupsOf;
    private readonly int[] _left;
    private int _chosen;

    private GroupChoice(IReadOnlyList<RowGroup> groups, long wanted, ref ulong state)
    {
        _groups = groups;
        _order = RandomOrder.Shuffled(ref state, [.. Enumerable.Range(0, groups.Count)]);
        _isChosen = new bool[groups.Count];
        _balance = new GroupBalance(groups, (double)wanted / groups.Sum(group => group.Size));
        var groupsOf = new List<int>[groups.SelectMany(group => group.Classes).Max(of => of.Class) + 1];
        foreach (int group in _order)
        {
            foreach ((int c, _) in groups[group].Classes)
                (groupsOf[c] ??= []).Add(group);
        }
        _groupsOf = [.. groupsOf.Select(own => own is null ? [] : own.ToArray())];
        _left = [.. _groupsOf.Select(own => own.Length)];
    }

    /// <param name="groups">The groups.</param>
    /// <param name="wanted">How many rows are to be split off.</param>
    /// <param name="column">The column of the groups.</param>
    /// <param name="state">Where the random stream is; moves on.</param>
    /// <returns>For each group whether it is split off: at least one is, and at least one is not.</returns>
    /// <exception cref="MlpTrainingException">There are fewer than two groups.</exception>
    public static bool[] Of(IReadOnlyList<RowGroup> groups, long wanted, string? column, ref ulong state)
    {
        if (groups.Count < 2)
            throw new MlpTrainingException($"The group column '{column}' has one group in the {groups.Sum(group => group.Size)} rows that are to be divided, but a split needs two, since a group is never divided.");
        var choice = new GroupChoice(groups, wanted, ref state);
        choice.PutClassesOnBothSides(wanted);
        choice.Fill();
        return choice._isChosen;
    }

    // The rarest class first: it has the least choice.
    private void PutClassesOnBothSides(long wanted)
    {
        long most = Math.Min(_groups.Sum(group => group.Size) / 2, MostTimesWanted * wanted);
        foreach (int c in Enumerable.Range(0, _groupsOf.Length).Where(c => _groupsOf[c].Length > 1).OrderBy(c => _groupsOf[c].Length))
        {
            if (_balance.Has(c))
                continue;
            int[] able = [.. _groupsOf[c].Where(CanBeChosen)];
            int[] fitting = [.. able.Where(group => _balance.Size + _groups[group].Size <= wanted)];
            int[] candidates = fitting.Length > 0 ? fitting : [.. able.Where(group => _balance.Size + _groups[group].Size <= most).OrderBy(group => _groups[group].Size)];
            if (candidates.Length > 0)
                Choose(candidates[0]);
        }
    }

    private void Fill()
    {
        foreach (int group in _order.Where(group => !_isChosen[group]))
        {
            if (CanBeChosen(group) && _balance.CostOf(_groups[group]) < 0)
                Choose(group);
        }
        if (_balance.Size == 0)
            Choose(_order.OrderByDescending(CanBeChosen).ThenBy(group => _balance.CostOf(_groups[group])).First());
    }

    private bool CanBeChosen(int group) =>
        !_isChosen[group] && _groups.Count - _chosen > 1 && _groups[group].Classes.All(of => _groupsOf[of.Class].Length < 2 || _left[of.Class] > 1);

    private void Choose(int group)
    {
        _isChosen[group] = true;
        _chosen++;
        _balance.Take(_groups[group]);
        foreach ((int c, _) in _groups[group].Classes)
            _left[c]--;
    }
}
