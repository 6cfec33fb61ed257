namespace MLNet.LossExperiments.Data;

/// <summary>How many rows were left out, and why.</summary>
internal readonly record struct SkippedRows(long Label, long Features, long Weight)
{
    public long Count => Label + Features + Weight;

    /// <summary>For example <c>3 without a label, 2 with a missing or infinite feature</c>.</summary>
    public override string ToString()
    {
        var reasons = new List<string>();
        if (Label > 0)
            reasons.Add($"{Label} without a label");
        if (Features > 0)
            reasons.Add($"{Features} with a missing or infinite feature");
        if (Weight > 0)
            reasons.Add($"{Weight} without a weight");
        return string.Join(", ", reasons);
    }
}
