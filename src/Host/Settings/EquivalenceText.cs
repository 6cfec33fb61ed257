using MLNet.LossExperiments.Metrics;

namespace MLNet.LossExperiments.Host.Settings;

/// <summary>Reads what counts as equal for practical purposes: <c>0.5%</c> is a share of the criterion, <c>0.01</c> an amount in its units. <see cref="EquivalenceRegion.ToString"/> writes it so.</summary>
internal static class EquivalenceText
{
    /// <exception cref="FormatException">The text is neither.</exception>
    public static EquivalenceRegion Parse(string text)
    {
        bool isShare = text.EndsWith('%');
        double amount = SettingText.Number(isShare ? text[..^1].TrimEnd() : text);
        if (!(amount >= 0 && double.IsFinite(amount)))
            throw new FormatException($"'{text}' is not allowed. Allowed are shares such as 0.5% and amounts such as 0.01, at least 0.");
        return isShare ? EquivalenceRegion.Relative(amount / 100) : EquivalenceRegion.Absolute(amount);
    }
}
