using ScottPlot;

namespace MLNet.LossExperiments.Reports;

/// <summary>The charts of several classes.</summary>
internal static class MulticlassCharts
{
    private const int MostClasses = 30;
    private const int MostNumbers = 12;

    public static ReportChart Confusion(ConfusionMatrix matrix, string suffix)
    {
        int size = matrix.Classes.Count;
        return new ReportChart($"confusion{suffix}", "Confusion matrix", $"Cells of {size} true classes, in rows, by {size} predicted classes, the darker the greater the share of the true class.", canvas =>
        {
            for (int row = 0; row < size; row++)
            {
                double sum = Math.Max(matrix.Counts[row].Sum(), 1e-12);
                for (int column = 0; column < size; column++)
                {
                    double share = matrix.Counts[row][column] / sum, y = size - 1 - row;
                    if (matrix.Counts[row][column] > 0)
                        canvas.Cell(column - 0.48, column + 0.48, y - 0.48, y + 0.48, row == column ? 0 : 1, 0.08 + 0.92 * share);
                    if (size <= MostNumbers && matrix.Counts[row][column] > 0)
                        canvas.Write(Figure.Count(matrix.Counts[row][column]), column, y, Alignment.MiddleCenter, 11, share > 0.55);
                }
            }
            canvas.NamesAcross(matrix.Classes);
            canvas.NamesUp([.. matrix.Classes.Reverse()]);
            canvas.Axes("predicted", "actual");
            canvas.HideGrid();
            canvas.Limits(-0.55, size - 0.45, -0.55, size - 0.45);
        }, 370);
    }

    public static IEnumerable<ReportChart> Of(MulticlassEvaluation evaluation, string suffix)
    {
        ClassFigures[] classes = [.. evaluation.PerClass.OrderBy(own => own.F1.Value).Take(MostClasses).Reverse()];
        if (classes.Length > 0)
        {
            double[] places = [.. Enumerable.Range(0, classes.Length).Select(i => (double)i)];
            string which = classes.Length < evaluation.PerClass.Count ? $"the {classes.Length} worst of {evaluation.PerClass.Count} classes" : $"{classes.Length} classes";
            yield return new ReportChart($"class-f1{suffix}", "F1 by class, the worst below", $"Bars of F1 with intervals for {which}. The worst is {evaluation.PerClass.MinBy(own => own.F1.Value)!.Class}.", canvas =>
            {
                double[] up = [.. places.Select(place => classes.Length - 1 - place)];
                canvas.Rows(up, [.. classes.Select(own => own.F1.Value)], 0);
                canvas.Intervals(up, [.. classes.Select(own => own.F1.Low)], [.. classes.Select(own => own.F1.High)], isAcross: true);
                canvas.NamesUp([.. classes.Reverse().Select(own => own.Class)]);
                canvas.LimitsAcross(0, 1.02);
                canvas.Axes("F1", "");
            }, Math.Max(200, 70 + 22 * classes.Length));
        }
        if (evaluation.Top.Count > 1)
        {
            yield return new ReportChart($"top-k{suffix}", "Top-k accuracy", $"Columns of how often the true class is among the k likeliest: {string.Join(", ", evaluation.Top.Select(top => $"{Figure.Share(top.Accuracy)} for {top.Count}"))}.", canvas =>
            {
                double[] places = [.. evaluation.Top.Select((_, i) => (double)i)];
                canvas.Columns(places, [.. evaluation.Top.Select(top => top.Accuracy)], 0.6, 0);
                canvas.Intervals(places, [.. evaluation.Top.Select(top => top.Low)], [.. evaluation.Top.Select(top => top.High)], isAcross: false);
                canvas.NamesAcross([.. evaluation.Top.Select(top => $"top {top.Count}")]);
                canvas.LimitsUp(0, 1.04);
                canvas.Axes("", "share of rows");
            });
        }
        if (CalibrationChart.Of(evaluation.Calibration, suffix, "probability of the predicted class", "share that is right", evaluation.Metrics.FirstOrDefault(metric => metric.Name == "ece")) is { } calibration)
            yield return calibration;
    }
}
