namespace MLNet.LossExperiments.Reports;

/// <summary>What a loss charges for an error, and the errors that its networks made on rows held out.</summary>
/// <param name="Name">The loss, one of the names of <see cref="ComparisonReport.Losses"/>.</param>
/// <param name="ErrorTitle">What the error is, for people: <c>residual (label − prediction)</c>, or for classes <c>margin</c>.</param>
/// <param name="Errors">Errors over the range that was met, ascending, the same for all losses.</param>
/// <param name="Charges">What the loss charges for each.</param>
/// <param name="Met">The distribution of the errors that its networks made, in bins that all losses share; null where it is not known.</param>
public sealed record LossShape(string Name, string ErrorTitle, IReadOnlyList<double> Errors, IReadOnlyList<double> Charges, Histogram? Met)
{
    private const int Points = 201;

    /// <summary>Draws losses over the errors that their networks made. The range is that of nearly all errors, and holds 0.</summary>
    /// <param name="errorTitle">What the error is, for people.</param>
    /// <param name="losses">The name of each loss, what it charges for an error, and the errors that its networks made; null where these are not known.</param>
    /// <returns>The shapes.</returns>
    public static IReadOnlyList<LossShape> Of(string errorTitle, IReadOnlyList<(string Name, Func<double, double> Charge, IReadOnlyList<double>? Met)> losses)
    {
        ArgumentNullException.ThrowIfNull(losses);
        double[] all = [.. losses.SelectMany(loss => loss.Met ?? []).Where(double.IsFinite), .. losses.All(loss => loss.Met is null) ? new[] { -1.0, 1 } : [0.0]];
        Array.Sort(all);
        double[] edges = Histogram.EdgesFor(all);
        double from = Math.Min(0, edges[0]), to = Math.Max(0, edges[^1]);
        double[] errors = [.. Enumerable.Range(0, Points).Select(i => from + (to - from) * i / (Points - 1))];
        return [.. losses.Select(loss => new LossShape(loss.Name, errorTitle, errors, [.. errors.Select(loss.Charge)], loss.Met is null ? null : MetIn(edges, loss.Met)))];
    }

    private static Histogram MetIn(double[] edges, IReadOnlyList<double> met)
    {
        double[] counts = Histogram.CountIn(edges, [.. met.Where(double.IsFinite)], null, out double below, out double above);
        return new Histogram(edges, counts, below, above);
    }
}
