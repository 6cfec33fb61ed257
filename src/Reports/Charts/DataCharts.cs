namespace MLNet.LossExperiments.Reports;

/// <summary>Labels and features.</summary>
internal static class DataCharts
{
    private const int MostFeatures = 25;
    private const int MostClasses = 40;

    public static ReportChart? Labels(string label, LabelDistribution distribution)
    {
        bool isClasses = distribution.Classes.Count > 0;
        if (distribution.Parts.Count == 0 || (!isClasses && distribution.Edges.Count < 2) || distribution.Classes.Count > MostClasses)
            return null;
        string title = $"Distribution of {ChartText.Of(label)}";
        string description = $"{title} in {string.Join(", ", distribution.Parts.Select(part => $"{part.Part} ({Figure.Count(part.Counts.Sum())} rows)"))}, as shares of each.";
        return new ReportChart("labels", title, description, canvas =>
        {
            for (int i = 0; i < distribution.Parts.Count; i++)
            {
                LabelCounts part = distribution.Parts[i];
                double total = Math.Max(1, part.Counts.Sum());
                double[] shares = [.. part.Counts.Select(count => count / total)];
                if (isClasses)
                    canvas.Columns([.. shares.Select((_, place) => place + (i - (distribution.Parts.Count - 1) / 2.0) * 0.8 / distribution.Parts.Count)], shares, 0.75 / distribution.Parts.Count, i, part.Part);
                else
                    canvas.Line([.. distribution.Edges.Take(shares.Length).Zip(distribution.Edges.Skip(1), (from, to) => (from + to) / 2)], shares, i, part.Part, isDashed: i > 0);
            }
            if (isClasses)
                canvas.NamesAcross(distribution.Classes);
            canvas.Axes(isClasses ? "" : label, "share of the rows");
            canvas.StartAtZero();
            canvas.Legend();
        });
    }

    public static ReportChart Importance(PermutationImportance importance)
    {
        FeatureImportance[] shown = [.. importance.Features.Take(MostFeatures).Reverse()];
        double[] places = [.. Enumerable.Range(0, shown.Length).Select(i => (double)i)];
        string first = importance.Features.Count > 0 ? $" The most important is {importance.Features[0].Name}: {Figure.Show(importance.Features[0].Increase)}." : "";
        return new ReportChart("importance", "Permutation importance", $"Bars of how much {importance.Metric} rises when a feature's values are dealt at random, with intervals.{first}", canvas =>
        {
            canvas.Rows(places, [.. shown.Select(feature => feature.Increase)], 0);
            canvas.Intervals(places, [.. shown.Select(feature => feature.Low)], [.. shown.Select(feature => feature.High)], isAcross: true);
            canvas.NamesUp([.. shown.Select(feature => feature.Name)]);
            canvas.Axes($"increase of {importance.Metric}", "");
            canvas.Mark(0);
        }, Math.Max(160, 70 + 22 * shown.Length));
    }
}
