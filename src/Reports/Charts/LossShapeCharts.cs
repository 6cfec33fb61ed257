namespace MLNet.LossExperiments.Reports;

/// <summary>What losses charge for errors, above the errors that were met, on one axis across.</summary>
internal static class LossShapeCharts
{
    private const int MostLosses = 8;

    /// <summary>The charts of shapes that are against one kind of error.</summary>
    /// <param name="shapes">The shapes.</param>
    /// <param name="number">The number of this kind, from 1.</param>
    public static IEnumerable<ReportChart> Of(IReadOnlyList<LossShape> shapes, int number)
    {
        LossShape[] shown = [.. shapes.Take(MostLosses)];
        string error = shown[0].ErrorTitle, suffix = number == 1 ? "" : $"-{number}";
        LossShape[] met = [.. shown.Where(shape => shape.Met is { Edges.Count: > 1 }).DistinctBy(shape => shape.Name)];
        yield return new ReportChart($"loss-shapes{suffix}", $"Loss by {error}", $"Lines of what {string.Join("; ", shown.Select(shape => shape.Title))} charge, each in units of {shown[0].UnitTitle}, by {error}.", canvas =>
        {
            for (int i = 0; i < shown.Length; i++)
                canvas.Line(shown[i].Errors, shown[i].RelativeCharges(), i, shown[i].Name, isDashed: i % 2 == 1);
            canvas.Mark(0);
            canvas.LimitsAcross(shown[0].Errors[0], shown[0].Errors[^1]);
            canvas.Axes(error, "loss, relative");
            canvas.Legend();
        }, 310);
        if (met.Length == 0)
            yield break;
        yield return new ReportChart($"errors-met{suffix}", $"Rows by {error}", $"Lines of the share of rows held out by {error}, for the networks of {string.Join(", ", met.Select(shape => shape.Name))}; rows beyond an end count there.", canvas =>
        {
            for (int i = 0; i < met.Length; i++)
            {
                Histogram histogram = met[i].Met!;
                double[] counts = [.. histogram.Counts];
                (counts[0], counts[^1]) = (counts[0] + histogram.Below, counts[^1] + histogram.Above);
                double total = Math.Max(counts.Sum(), 1e-12);
                canvas.Line([.. histogram.Edges.Skip(1).Select((edge, place) => (edge + histogram.Edges[place]) / 2)], [.. counts.Select(count => count / total)], Array.IndexOf(shown, met[i]), met[i].Name, isDashed: Array.IndexOf(shown, met[i]) % 2 == 1);
            }
            canvas.Mark(0);
            canvas.StartAtZero();
            canvas.LimitsAcross(shown[0].Errors[0], shown[0].Errors[^1]);
            canvas.Axes(error, "share of rows");
            canvas.Legend();
        }, 310);
    }
}
