namespace MLNet.LossExperiments.Reports;

/// <summary>What share of the log-loss of always predicting the shares of the classes is saved.</summary>
internal static class LogLossReduction
{
    /// <summary>The log-loss of always predicting the shares of the classes, in nats.</summary>
    public static double Entropy(ReadOnlySpan<double> shares)
    {
        double entropy = 0;
        foreach (double share in shares)
            entropy -= share > 0 ? share * Math.Log(share) : 0;
        return entropy;
    }

    /// <summary>The reduction; NaN where there is one class only, whose share costs nothing.</summary>
    public static double Of(double logLoss, double entropy) => entropy > 0 ? 1 - logLoss / entropy : double.NaN;
}
