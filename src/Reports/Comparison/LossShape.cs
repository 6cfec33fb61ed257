namespace MLNet.LossExperiments.Reports;

/// <summary>What a loss charges for an error, and the errors that its networks made on rows held out.</summary>
/// <param name="Name">The loss, one of the names of <see cref="ComparisonReport.Losses"/>.</param>
/// <param name="ErrorTitle">What the error is, for people: <c>prediction − label</c>, or for classes <c>score of a positive row</c>. Shapes with one title are drawn on one axis.</param>
/// <param name="Errors">Errors over the range that was met, ascending, the same for all losses with this title.</param>
/// <param name="Charges">What the loss charges for each, in its own units; NaN where it is not defined.</param>
/// <param name="Unit">What is drawn as 1, so that losses of different units can be set beside each other: what it charges, above the least, at <paramref name="UnitTitle"/>.</param>
/// <param name="UnitTitle">What the unit is, for people: <c>its mean over the errors met</c>, <c>what it charges at 0</c>.</param>
/// <param name="Met">The distribution of the errors that its networks made, in bins that all losses with this title share; null where it is not known.</param>
/// <param name="Condition">What else is fixed, or which of the loss's lines it is, for people: <c>at label 20</c>, <c>level 0.9</c>; empty where nothing is.</param>
public sealed record LossShape(string Name, string ErrorTitle, IReadOnlyList<double> Errors, IReadOnlyList<double> Charges, double Unit, string UnitTitle, Histogram? Met, string Condition = "")
{
    private const int Steps = 240;
    private const int Bins = 24;

    /// <summary>Its name with the condition.</summary>
    internal string Title => Condition.Length == 0 ? Name : $"{Name}, {Condition}";

    /// <summary>The range that losses are drawn over: that of nearly all errors that were met, and 0.</summary>
    /// <param name="met">The errors that the networks of each loss made.</param>
    /// <returns>Its ends, the first less than the second; from −1 to 1 where no error is known.</returns>
    public static (double From, double To) RangeOf(IReadOnlyList<IReadOnlyList<double>> met)
    {
        ArgumentNullException.ThrowIfNull(met);
        double[] edges = EdgesOf([.. met.SelectMany(errors => errors)]);
        return (Math.Min(0, edges[0]), Math.Max(0, edges[^1]));
    }

    /// <summary>Draws losses over the errors that their networks made: over nearly all of them and 0, each in units of its mean over them.</summary>
    /// <param name="errorTitle">What the error is, for people.</param>
    /// <param name="losses">The name of each loss, what it charges for an error, and the errors that its networks made; null where these are not known.</param>
    /// <returns>The shapes.</returns>
    public static IReadOnlyList<LossShape> Of(string errorTitle, IReadOnlyList<(string Name, Func<double, double> Charge, IReadOnlyList<double>? Met)> losses)
    {
        ArgumentNullException.ThrowIfNull(losses);
        IReadOnlyList<double>[] met = [.. losses.Select(loss => loss.Met).OfType<IReadOnlyList<double>>()];
        return Draw(errorTitle, losses, RangeOf(met), EdgesOf([.. met.SelectMany(errors => errors)]), met.Length > 0 ? "its mean over the errors met" : "its mean over the range", MeanOver);
    }

    /// <summary>Draws losses over a range, each in units of what it charges at one error.</summary>
    /// <param name="errorTitle">What the error is, for people.</param>
    /// <param name="losses">The name of each loss, what it charges for an error, and the errors that its networks made; null where these are not known.</param>
    /// <param name="range">From where to where, the first less than the second.</param>
    /// <param name="unitAt">The error whose charge is drawn as 1.</param>
    /// <returns>The shapes.</returns>
    /// <exception cref="ArgumentException">The range is empty.</exception>
    public static IReadOnlyList<LossShape> Of(string errorTitle, IReadOnlyList<(string Name, Func<double, double> Charge, IReadOnlyList<double>? Met)> losses, (double From, double To) range, double unitAt)
    {
        ArgumentNullException.ThrowIfNull(losses);
        if (!(range.From < range.To))
            throw new ArgumentException($"From {range.From} to {range.To} there is nothing to draw.", nameof(range));
        double[] edges = [.. Enumerable.Range(0, Bins + 1).Select(bin => range.From + ((range.To - range.From) * bin / Bins))];
        return Draw(errorTitle, losses, range, edges, $"what it charges at {Figure.Show(unitAt)}", (shape, charge) => charge(unitAt) - shape.Least);
    }

    private double Least => Charges.Where(double.IsFinite).DefaultIfEmpty(0).Min();

    /// <summary>The charges above the least, in the unit.</summary>
    internal double[] RelativeCharges()
    {
        double least = Least, unit = Unit > 0 ? Unit : 1;
        return [.. Charges.Select(charge => (charge - least) / unit)];
    }

    private static LossShape[] Draw(string errorTitle, IReadOnlyList<(string Name, Func<double, double> Charge, IReadOnlyList<double>? Met)> losses, (double From, double To) range, double[] edges, string unitTitle, Func<LossShape, Func<double, double>, double> unitOf)
    {
        double[] errors = [.. Enumerable.Range(0, Steps + 1).Select(step => range.From + ((range.To - range.From) * step / Steps))];
        return [.. losses.Select(loss =>
        {
            var shape = new LossShape(loss.Name, errorTitle, errors, [.. errors.Select(loss.Charge)], 1, unitTitle, loss.Met is null ? null : MetIn(edges, loss.Met));
            return shape with { Unit = unitOf(shape, loss.Charge) };
        })];
    }

    private static double MeanOver(LossShape shape, Func<double, double> charge)
    {
        double least = shape.Least, sum = 0, weights = 0;
        for (int i = 0; i < shape.Errors.Count; i++)
        {
            double weight = double.IsFinite(shape.Charges[i]) ? shape.Met is null ? 1 : DensityAt(shape.Errors[i], shape.Met) : 0;
            if (weight > 0)
                (sum, weights) = (sum + (weight * (shape.Charges[i] - least)), weights + weight);
        }
        return sum / weights;
    }

    private static double DensityAt(double error, Histogram met)
    {
        double width = met.Edges[1] - met.Edges[0];
        int bin = (int)Math.Floor((error - met.Edges[0]) / width);
        return bin >= 0 && bin < met.Counts.Count ? met.Counts[bin] : 0;
    }

    private static double[] EdgesOf(double[] met)
    {
        double[] all = [.. met.Where(double.IsFinite)];
        if (all.Length == 0)
            return [-1, 1];
        Array.Sort(all);
        return Histogram.EdgesFor(all);
    }

    private static Histogram MetIn(double[] edges, IReadOnlyList<double> met)
    {
        double[] counts = Histogram.CountIn(edges, [.. met.Where(double.IsFinite)], null, out double below, out double above);
        return new Histogram(edges, counts, below, above);
    }
}
