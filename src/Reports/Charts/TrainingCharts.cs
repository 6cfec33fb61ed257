namespace MLNet.LossExperiments.Reports;

/// <summary>How training went: losses, the metric and the learning rate by epoch, and why validation lies where it does.</summary>
internal static class TrainingCharts
{
    public static IEnumerable<ReportChart> Of(IReadOnlyList<LearningCurve> curves)
    {
        for (int i = 0; i < Math.Min(curves.Count, 3); i++)
        {
            yield return Losses(curves[i], curves.Count == 1 ? "" : $"-{i + 1}");
        }
        if (curves.Any(curve => curve.ValidationMetric.Count > 0))
            yield return Lines("validation-metric", $"{curves[0].MetricName} on the validation rows", curves[0].MetricName, curves, curve => curve.ValidationMetric, hasBest: true, startsAtZero: false);
        yield return Lines("learning-rate", "Learning rate", "learning rate", curves, curve => curve.LearningRate, hasBest: false, startsAtZero: true);
    }

    public static ReportChart Gap(ValidationGap gap)
    {
        GapCause[] causes = [.. gap.Causes.Where(cause => double.IsFinite(cause.Amount)).Reverse()];
        string[] names = ["gap", .. causes.Select(cause => NameOf(cause.Kind))];
        double[] amounts = [gap.Gap, .. causes.Select(cause => cause.Amount)];
        return new ReportChart("validation-gap", "What the gap is made of", gap.Words, canvas =>
        {
            canvas.Rows([.. Enumerable.Range(0, names.Length).Select(i => (double)i)], amounts, 0);
            canvas.NamesUp(names);
            canvas.Axes("validation loss − running training loss", "");
            canvas.Mark(0);
        }, 90 + 40 * names.Length);
    }

    public static string NameOf(GapCauseKind kind) => kind switch
    {
        GapCauseKind.TrainingMode => "dropout",
        GapCauseKind.MovingWeights => "moving weights",
        GapCauseKind.TrainingModeAndMovingWeights => "both in training",
        _ => "other rows",
    };

    private static ReportChart Losses(LearningCurve curve, string suffix)
    {
        string last = curve.ValidationLoss.Count > 0 ? $" The validation loss ends at {Figure.Show(curve.ValidationLoss[^1])}." : "";
        return new ReportChart($"learning-curve{suffix}", suffix.Length == 0 ? "Loss by epoch" : $"Loss by epoch, {curve.Name}", $"Lines of the loss {curve.Loss} over {curve.EpochCount} epochs; the best is epoch {curve.BestEpoch}.{last}", canvas =>
        {
            double[] epochs = [.. curve.Epochs.Select(epoch => (double)epoch)];
            canvas.Line(epochs, curve.RunningTrainingLoss, 7, "training, running", isDashed: true);
            canvas.Line(epochs, curve.TrainingLoss, 1, "training, dropout off");
            canvas.Line(epochs, curve.ValidationLoss, 0, "validation");
            canvas.Mark(curve.BestEpoch, "best epoch");
            canvas.Axes("epoch", "loss");
            canvas.CountsAcross();
            canvas.Legend();
        });
    }

    private static ReportChart Lines(string name, string title, string up, IReadOnlyList<LearningCurve> curves, Func<LearningCurve, IReadOnlyList<double>> values, bool hasBest, bool startsAtZero) => new(
        name, title, $"{title} by epoch, {(curves.Count == 1 ? "one line" : $"a line for each of {curves.Count} networks")}.", canvas =>
        {
            for (int i = 0; i < curves.Count; i++)
                canvas.Line([.. curves[i].Epochs.Select(epoch => (double)epoch)], values(curves[i]), curves.Count == 1 ? 0 : i, curves.Count is > 1 and <= 8 ? curves[i].Name : null);
            if (hasBest && curves.Count == 1)
                canvas.Mark(curves[0].BestEpoch, "best epoch");
            canvas.Axes("epoch", up);
            canvas.CountsAcross();
            if (startsAtZero)
                canvas.StartAtZero();
            if (curves.Count is > 1 and <= 8 || (hasBest && curves.Count == 1))
                canvas.Legend();
        });
}
