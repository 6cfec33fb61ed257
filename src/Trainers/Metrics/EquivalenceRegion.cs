using System.Globalization;

namespace MLNet.LossExperiments.Metrics;

/// <summary>
/// How far apart the means of two settings may be, by a metric, and still be as good as each other for practical purposes: the region of practical equivalence of Benavoli et al. 2017. <see cref="ToString"/> writes
/// <c>1%</c> for a share and <c>0.01</c> for an amount.
/// </summary>
public sealed record EquivalenceRegion
{
    private EquivalenceRegion(double amount, bool isRelative)
    {
        if (!(amount >= 0 && double.IsFinite(amount)))
            throw new ArgumentOutOfRangeException(nameof(amount), amount, "A region of practical equivalence is at least 0 and finite.");
        Amount = amount;
        IsRelative = isRelative;
    }

    /// <summary>The share, or the amount in units of the metric. At least 0; at 0 only settings that are the same on every split are as good as each other.</summary>
    public double Amount { get; }

    /// <summary>Whether <see cref="Amount"/> is a share of the mean of the setting that others are compared with.</summary>
    public bool IsRelative { get; }

    /// <summary>A share of the mean of the setting that others are compared with, for every metric.</summary>
    /// <param name="share">The share, at least 0: 0.01 for 1 %.</param>
    /// <returns>The region.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is negative or not finite.</exception>
    public static EquivalenceRegion Relative(double share) => new(share, true);

    /// <summary>An amount in units of the criterion. Other metrics keep their default.</summary>
    /// <param name="amount">The amount, at least 0.</param>
    /// <returns>The region.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is negative or not finite.</exception>
    public static EquivalenceRegion Absolute(double amount) => new(amount, false);

    /// <summary>Writes it as the console reads it.</summary>
    /// <returns>A share in percent, or an amount.</returns>
    public override string ToString() => IsRelative ? string.Create(CultureInfo.InvariantCulture, $"{100 * Amount:G15}%") : Amount.ToString(CultureInfo.InvariantCulture);

    /// <summary>Half the width of the region, in units of the metric.</summary>
    /// <param name="mean">The mean of the setting that others are compared with.</param>
    internal double MarginAt(double mean) => IsRelative ? Amount * Math.Abs(mean) : Amount;
}
