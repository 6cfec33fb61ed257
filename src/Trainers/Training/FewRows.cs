namespace MLNet.LossExperiments.Training;

/// <summary>Says what it means to train on very few rows.</summary>
internal static class FewRows
{
    private const int Enough = 50;

    /// <summary>A warning; null where there are enough.</summary>
    /// <param name="rows">The number of rows to train on.</param>
    public static string? FindWarning(int rows) => rows >= Enough
        ? null
        : $"There {(rows == 1 ? "is only 1 row" : $"are only {rows} rows")} to train on. Below {Enough}, a network easily learns its rows by heart, and no metric can be trusted: collect more rows, or prefer a simpler model.";
}
