using System.Globalization;

namespace MLNet.LossExperiments.Host.Splits;

/// <summary>The shares of a dataset's rows for each set; they add up to 1.</summary>
internal sealed record SplitShares(double Training, double Validation, double Test)
{
    /// <summary>All rows in one set, none split off.</summary>
    public static SplitShares Whole { get; } = new(1, 0, 0);

    /// <summary>The shares as --split-ratio takes them: in percent, exact enough to divide a billion rows alike.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Training * 100:0.##########}/{Validation * 100:0.##########}/{Test * 100:0.##########}");
}
