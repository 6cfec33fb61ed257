using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Reports;

/// <summary>How training went.</summary>
internal static class TrainingSection
{
    private const int MostNetworks = 3;

    public static ReportSection? Of(EvaluationReport report)
    {
        if (report.LearningCurves.Count == 0)
            return null;
        var blocks = new List<ReportBlock>
        {
            new ReportBlock.Table("How each network was trained",
                ["Network", "Loss", TableColumn.Number("Seed"), TableColumn.Number("Best epoch"), TableColumn.Number("Epochs"), "Ended"],
                [.. report.LearningCurves.Select(curve => new TableCell[] { curve.Name, curve.Loss, curve.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture), new(Figure.Count(curve.BestEpoch), true), Figure.Count(curve.EpochCount), Describe(curve.StopReason) })],
                IsFolded: report.LearningCurves.Count > 12),
        };
        if (report.LearningCurves.Count > MostNetworks)
            blocks.Add(new ReportBlock.Words($"The losses of the first {MostNetworks} networks are drawn; report.json has all."));
        blocks.AddRange(TrainingCharts.Of(report.LearningCurves).Select(chart => new ReportBlock.Chart(chart)));
        if (report.ValidationGap is { } gap)
            blocks.AddRange(Gap(gap));
        return new ReportSection("training", "Training", blocks);
    }

    private static IEnumerable<ReportBlock> Gap(ValidationGap gap)
    {
        yield return new ReportBlock.Heading($"Why validation lies {(gap.Gap < 0 ? "below" : "above")} training");
        yield return new ReportBlock.Words(gap.Words);
        yield return new ReportBlock.Chart(TrainingCharts.Gap(gap));
        yield return new ReportBlock.Table($"Mean of {(gap.FirstEpoch == gap.LastEpoch ? $"epoch {gap.LastEpoch}" : $"the epochs {gap.FirstEpoch} to {gap.LastEpoch}")}",
            ["What", TableColumn.Number("Loss"), "How it was measured"],
            [
                ["Training, running", Figure.Show(gap.RunningTrainingLoss), "Batch by batch while the weights move, with dropout on."],
                .. gap.Causes.Select(cause => new TableCell[] { $"+ {TrainingCharts.NameOf(cause.Kind)}", Signed(cause.Amount), cause.Explanation }),
                ["= Validation", new TableCell(Figure.Show(gap.ValidationLoss), true), "With dropout off, at the end of the epoch."],
            ]);
    }

    private static string Signed(double value) => double.IsFinite(value) && value > 0 ? $"+{Figure.Show(value)}" : Figure.Show(value);

    private static string Describe(StopReason reason) => reason switch
    {
        StopReason.NoImprovement => "stopped early: no more improvement",
        StopReason.TimeLimit => "the time limit was reached",
        _ => "all epochs done",
    };
}
