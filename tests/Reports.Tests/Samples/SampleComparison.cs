namespace MLNet.LossExperiments.Reports.Tests.Samples;

/// <summary>A comparison of four losses on twenty splits, every figure by this library.</summary>
internal static class SampleComparison
{
    private const int Splits = 20;

    private static readonly (string Name, string Formula, double Level, Func<double, double> Charge)[] Losses =
    [
        ("mse", "(y − ŷ)²", 3.65, error => error * error),
        ("huber:delta=1", "½(y − ŷ)² up to δ, then δ(|y − ŷ| − ½δ)", 3.79, error => Math.Abs(error) <= 1 ? error * error / 2 : Math.Abs(error) - 0.5),
        ("mae", "|y − ŷ|", 3.70, Math.Abs),
        ("quantile:tau=0.9", "max(τ(y − ŷ), (τ − 1)(y − ŷ))", 5.05, error => error < 0 ? -0.9 * error : 0.1 * error),
    ];

    public static ComparisonReport Report()
    {
        SampleTable table = SampleTable.Of("boston.csv");
        LossMetric Metric(string metric, int loss, Func<int, double> value, int rank) => LossMetric.Of(metric, [.. Enumerable.Range(0, Splits).Select(value)], 0.25, rank, rank);
        double Rmse(int loss, int split) => Losses[loss].Level + 0.7 * Math.Sin(split * 1.7) + 0.25 * Math.Sin(split * 3.1 + loss * 2);
        int[] ranks = [1, 3, 2, 4];
        float[] actual = [.. table.Rows.Select(row => SampleTable.Number(row[^1]))];
        float[][] predicted = [.. Losses.Select((_, loss) => actual.Select((label, row) => label + (float)((loss == 3 ? 3 : 0) + Losses[loss].Level * 0.6 * Math.Sin(row * (1.3 + loss * 0.01)))).ToArray())];
        return new ComparisonReport
        {
            Title = "Losses for MEDV of boston.csv",
            Created = "2026-01-05T10:20:30Z",
            Task = "regression",
            Data = table.Summarise("boston.csv", LabelDistribution.OfNumbers([new("all rows", actual)]), false),
            Options = [new NamedValue("Seeds", "1, 2, 3, 4"), new NamedValue("Folds", "5"), new NamedValue("Hidden units", "64, 32")],
            Splits = Splits,
            Criterion = "rmse",
            Metrics =
            [
                new MetricComparison("rmse", "RMSE", false, true, "Typical size of an error, in units of the label.", "mse", "mse", 0.0365, ["mse", "mae", "huber:delta=1"],
                [
                    new LossDifference("mae", 0.054, -0.644, 0.752, 1, 0.33, 0.12, 0.55, DifferenceVerdict.CannotTell, "cannot be told apart from mse"),
                    new LossDifference("huber:delta=1", 0.011, -0.020, 0.042, 1, 0.01, 0.96, 0.03, DifferenceVerdict.PracticallyEqual, "as good as mse, for practical purposes"),
                    new LossDifference("quantile:tau=0.9", 1.410, 0.506, 2.315, 0.009, 0.0001, 0.0009, 0.999, DifferenceVerdict.Worse, "worse than mse"),
                ]),
                new MetricComparison("mae", "MAE", false, true, "Mean size of an error.", "mae", "mae", 0.02, ["mae"], []),
                new MetricComparison("pinball-0.9", "quantile:tau=0.9", false, false, null, "quantile:tau=0.9", "quantile:tau=0.9", 0.007, ["quantile:tau=0.9"], []),
            ],
            Losses =
            [
                .. new[] { 0, 2, 1, 3 }.Select(loss => new ComparedLoss(Losses[loss].Name, new LossSummary(Losses[loss].Name, Losses[loss].Formula), 0.003, "64,32",
                [
                    Metric("rmse", loss, split => Rmse(loss, split), ranks[loss]),
                    Metric("mae", loss, split => 0.65 * Rmse(loss, split) - (loss == 2 ? 0.2 : 0), loss == 2 ? 1 : ranks[loss] + (loss == 0 ? 1 : 0)),
                    Metric("pinball-0.9", loss, split => loss == 3 ? 0.7 : 1.25 + 0.01 * split, loss == 3 ? 1 : 2 + loss),
                ], 0, null, 40 + 3 * loss, 1.2)),
            ],
            Words = ["mse has the best RMSE, on average over 20 splits of 506 rows. The 95 % intervals hold for all pairs together.", "Losses that may be the best (95 % confidence): mse, mae, huber:delta=1."],
            LearningCurves = [.. Losses.Select((loss, i) => LossCourse.Of(loss.Name, [.. Enumerable.Range(1, 5).Select(seed => SampleHistory.Of(loss.Name, 60 + 5 * seed, 0.5 + 0.12 * i, seed))]))],
            LossShapes = LossShape.Of("prediction − label", [.. Losses.Select((loss, i) => (loss.Name, loss.Charge, (IReadOnlyList<double>?)[.. actual.Zip(predicted[i], (label, prediction) => (double)(prediction - label))]))]),
            PredictionPairs = [PredictionPair.Of("prediction", new("mse", predicted[0]), new("mae", predicted[2]), actual), PredictionPair.Of("prediction", new("mse", predicted[0]), new("quantile:tau=0.9", predicted[3]), actual)],
            Reproduction = new Reproduction("mlnet-loss compare --dataset data/boston.csv --label-col MEDV --losses mse,huber:delta=1,mae,quantile:tau=0.9 --seeds 4", null),
        };
    }
}
