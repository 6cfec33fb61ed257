namespace MLNet.LossExperiments.Data;

/// <summary>What the labels of rows must be.</summary>
/// <param name="Kind">How a label is read.</param>
/// <param name="Width">The number of numbers of a label: of a vector its length, otherwise 1.</param>
/// <param name="Accepts">Whether a number that is finite makes sense.</param>
/// <param name="Demand">A sentence that says which numbers do.</param>
internal sealed record TargetRule(TargetKind Kind, int Width, Func<float, bool> Accepts, string Demand)
{
    public TargetRule(TargetKind kind, int width)
        : this(kind, width, _ => true, "")
    {
    }

    /// <summary>What several demand of the same labels.</summary>
    public static TargetRule All(IReadOnlyList<TargetRule> rules) => rules[0] with
    {
        Accepts = label => rules.All(rule => rule.Accepts(label)),
        Demand = string.Join(" ", rules.Select(rule => rule.Demand).Where(demand => demand.Length > 0).Distinct()),
    };
}
