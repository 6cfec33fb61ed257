namespace MLNet.LossExperiments.Host.Reporting;

/// <summary>How much work a report is worth.</summary>
/// <param name="Repeats">How often each column is dealt anew to measure its importance.</param>
/// <param name="ImportanceRows">On how many rows, at most.</param>
/// <param name="MostValues">Importance is not measured where it would take reading more values than that.</param>
internal sealed record ReportPlan(int Repeats, int ImportanceRows, long MostValues)
{
    /// <summary>For a report on the side, which must not hold up training.</summary>
    public static ReportPlan Quick { get; } = new(2, 1_000, 20_000_000);

    /// <summary>For a report that was asked for.</summary>
    public static ReportPlan Thorough { get; } = new(5, 5_000, 400_000_000);

    /// <summary>Intervals of very many rows are narrow, and take long: fewer resamples do there.</summary>
    /// <param name="rows">The number of rows.</param>
    public static Reports.EvaluationOptions OptionsFor(int rows)
    {
        const int many = 100_000, fewer = 200;
        return rows <= many ? new() : new() { Bootstrap = new(Resamples: fewer) };
    }
}
