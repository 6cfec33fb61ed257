using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.LossExperiments.Experiments;
using MLNet.LossExperiments.Losses;
using MLNet.LossExperiments.Metrics;
using MLNet.LossExperiments.Optimizers;
using MLNet.LossExperiments.Splits;
using MLNet.LossExperiments.Tests.MLNet;

namespace MLNet.LossExperiments.Tests.Experiments;

public class LossExperimentTests : TorchTest
{
    private readonly MLContext _context = new(1);

    private RegressionLossExperiment Small => new()
    {
        Losses = [RegressionLoss.MeanSquaredError(), RegressionLoss.MeanAbsoluteError(), RegressionLoss.Huber(1)],
        Seeds = [3, 4],
        Folds = 3,
        Preprocessing = _context.Transforms.NormalizeMeanVariance("Features"),
        Trainer = new MlpRegressionOptions { HiddenSizes = [8], Optimizer = Optimizer.Adam(0.02), Epochs = 15, Patience = 4, Dropout = 0.1 },
        RefitsBest = false,
    };

    private sealed class Recorder : IExperimentObserver
    {
        public ExperimentStart? Start { get; private set; }

        public List<ExperimentCell> Cells { get; } = [];

        public List<CohortProgress> Epochs { get; } = [];

        public void ExperimentStarted(ExperimentStart start) => Start = start;

        public void CellFinished(ExperimentCell cell) => Cells.Add(cell);

        public void EpochEnded(CohortProgress progress)
        {
            lock (Epochs)
                Epochs.Add(progress);
        }
    }

    private static (ExperimentSetting, int, int) Id(ExperimentCell cell) => (cell.Setting, cell.Seed, cell.Fold);

    private static string Text(ExperimentCell cell) => $"{Id(cell)} {cell.BestEpoch} {string.Join(" ", cell.Metrics.OrderBy(metric => metric.Key).Select(metric => $"{metric.Key}={metric.Value:R}"))}";

    [Fact]
    public void CompareLosses_EveryCell_IsThere()
    {
        var recorder = new Recorder();
        LossComparison comparison = _context.Regression.CompareLosses(Samples.Boston(_context), Small with { Observers = [recorder] }).Comparison;
        Assert.Equal(3 * 2 * 3, comparison.Cells.Count);
        Assert.Equal(18, comparison.Cells.Select(Id).Distinct().Count());
        Assert.Equal(comparison.Cells.Select(Text).Order(), recorder.Cells.Select(Text).Order());
        Assert.Equal((18, 506, "rmse"), (recorder.Start!.Cells, recorder.Start.Rows, recorder.Start.Criterion));
        Assert.NotEmpty(recorder.Epochs);
        Assert.All(comparison.Cells, cell =>
        {
            Assert.Null(cell.Failure);
            Assert.Equal(506, cell.TrainingRows + cell.TestRows);
            Assert.Equal(["huber:delta=1", "mae", "mape", "r2", "rmse"], cell.Metrics.Keys.Order());
            Assert.InRange(cell.BestEpoch, 1, cell.History!.Epochs.Count);
            Assert.Equal(cell.Setting.Loss, cell.History.Loss);
            Assert.True(cell.Seconds > 0);
        });
        Assert.All(comparison.Metrics, metric => Assert.Equal((2, 6, metric.Best), (metric.Others.Count, metric.Splits, metric.Reference)));
        Assert.Equal(comparison.Settings[0].Setting, comparison.Best);
        Assert.Equal([1, 2, 3], comparison.Settings.Select(setting => setting.Metrics["rmse"].Rank));
        Assert.All(comparison.Settings, setting => Assert.Equal(comparison.Cells.Where(cell => cell.Setting == setting.Setting).Average(cell => cell.Metrics["mae"]), setting.Metrics["mae"].Mean, 1e-12));
    }

    // A cell is what Fit gives for its rows, its loss and the seed of its history, measured by ML.NET itself.
    [Fact]
    public void CompareLosses_Cell_IsWhatFitAndEvaluateGive()
    {
        IDataView data = Samples.Boston(_context);
        LossComparison comparison = _context.Regression.CompareLosses(data, Small).Comparison;
        var plan = new SplitPlan(new RowTraits(506), 3, null);
        foreach (ExperimentCell cell in comparison.Cells.Where(cell => cell.Setting.Loss != "mae"))
        {
            Split split = plan.Of(cell.Seed, cell.Fold);
            IDataView training = Select(data, split.IsTrainedOn), test = Select(data, split.IsHeldOut);
            var options = Small.Trainer with { Loss = LossCatalog.Regression.Parse(cell.Setting.Loss), Seed = cell.History!.Seed };
            var model = _context.Transforms.NormalizeMeanVariance("Features").Append(_context.Regression.Trainers.Mlp(options)).Fit(training);
            RegressionMetrics metrics = _context.Regression.Evaluate(model.Transform(test));
            Assert.Equal(metrics.RootMeanSquaredError, cell.Metrics["rmse"], 1e-3 * metrics.RootMeanSquaredError);
            Assert.Equal(metrics.MeanAbsoluteError, cell.Metrics["mae"], 1e-3 * metrics.MeanAbsoluteError);
            Assert.Equal(model.LastTransformer.Model.History.BestEpoch, cell.BestEpoch);
        }
    }

    // Each division has initial weights, shuffling and dropout of its own, and all settings meet the same.
    [Fact]
    public void CompareLosses_Cells_HaveTheSeedOfTheirDivision()
    {
        IReadOnlyList<ExperimentCell> cells = _context.Regression.CompareLosses(Samples.Boston(_context), Small with { Trainer = Small.Trainer with { Epochs = 1 } }).Comparison.Cells;
        Assert.All(cells.GroupBy(cell => (cell.Seed, cell.Fold)), division => Assert.Single(division.Select(cell => cell.History!.Seed).Distinct()));
        Assert.Equal(6, cells.Select(cell => cell.History!.Seed).Distinct().Count());
    }

    [Fact]
    public void CompareLosses_FirstSeed_KeepsPredictionsThatGiveTheMetrics()
    {
        IDataView data = Samples.Boston(_context);
        float[] labels = [.. data.GetColumn<float>("Label")];
        LossComparison comparison = _context.Regression.CompareLosses(data, Small).Comparison;
        Assert.All(comparison.Cells.Where(cell => cell.Seed == 4), cell => Assert.True(cell.HeldOut is null && cell.History!.Epochs.All(epoch => epoch.ValidationMetric is null)));
        foreach (IGrouping<ExperimentSetting, ExperimentCell> cells in comparison.Cells.Where(cell => cell.Seed == 3).GroupBy(cell => cell.Setting))
        {
            Assert.Equal(Enumerable.Range(0, 506), cells.SelectMany(cell => cell.HeldOut!.Rows).Order());
            Assert.All(cells, cell =>
            {
                HeldOutPredictions kept = cell.HeldOut!;
                Assert.Equal(kept.Rows.Select(row => labels[row]), kept.Labels);
                Assert.Equal(cell.Metrics["rmse"], Math.Sqrt(kept.Labels.Zip(kept.Scores, (label, score) => ((double)label - score) * ((double)label - score)).Average()), 1e-4);
                Assert.All(cell.History!.Epochs, epoch => Assert.True(epoch.ValidationMetric > 0));
                Assert.Equal("RMSE", cell.History.MetricName);
            });
        }
    }

    [Fact]
    public void CompareLosses_KeptPredictions_AreAtMostSoMany()
    {
        IDataView data = Samples.Boston(_context);
        RegressionLossExperiment quick = Small with { Trainer = Small.Trainer with { Epochs = 2 } };
        IReadOnlyList<ExperimentCell> few = _context.Regression.CompareLosses(data, quick with { KeptPredictions = 30 }).Comparison.Cells, none = _context.Regression.CompareLosses(data, quick with { KeptPredictions = 0 }).Comparison.Cells;
        Assert.All(few.Where(cell => cell.Seed == 3), cell => Assert.Equal((10, 10), (cell.HeldOut!.Rows.Count, cell.HeldOut.Scores.Count)));
        // Those of different losses are of the same rows, and spread over all that were held out.
        Assert.Single(few.Where(cell => cell is { Seed: 3, Fold: 1 }).Select(cell => string.Join(" ", cell.HeldOut!.Rows)).Distinct());
        Assert.True(few[0].HeldOut!.Rows[^1] > 400);
        Assert.All(none, cell => Assert.True(cell.HeldOut is null && cell.History!.Epochs.All(epoch => epoch.ValidationMetric is null)));
        Assert.Equal(few.Select(cell => cell.Metrics["mae"]), none.Select(cell => cell.Metrics["mae"]));
    }

    private IDataView Select(IDataView data, bool[] wanted)
    {
        float[][] features = [.. data.GetColumn<float[]>("Features")];
        float[] labels = [.. data.GetColumn<float>("Label")];
        var definition = SchemaDefinition.Create(typeof(NumberRow));
        definition["Features"].ColumnType = new VectorDataViewType(NumberDataViewType.Single, 13);
        return _context.Data.LoadFromEnumerable(Enumerable.Range(0, labels.Length).Where(row => wanted[row]).Select(row => new NumberRow { Features = features[row], Label = labels[row] }), definition);
    }

    // A preparation that puts each label it was fitted to into a feature: with it, held out rows must look no easier than without.
    [Fact]
    public void CompareLosses_LeakingPreparation_LearnsNothingOfHeldOutRows()
    {
        // Labels are noise, and each row has a name of its own: nothing but a look at the held out labels predicts them.
        var random = new Random(5);
        IDataView data = _context.Data.LoadFromEnumerable([.. Enumerable.Range(0, 240).Select(row => new NamedRow { Name = $"row {row}", Flag = random.Next(2) == 1 })]);
        // The mean label of each name, as a target encoder would learn it.
        var leak = new TargetEncoder(_context);
        var experiment = new BinaryLossExperiment
        {
            Losses = [BinaryLoss.CrossEntropyOnLogits()], Seeds = [1, 2], Folds = 4, Preprocessing = leak, RefitsBest = false,
            Trainer = new MlpBinaryOptions { LabelColumnName = "Flag", HiddenSizes = [4], Epochs = 30, Patience = null, Optimizer = Optimizer.Adam(0.05) },
        };
        LossComparison honest = _context.BinaryClassification.CompareLosses(data, experiment).Comparison;
        Assert.InRange(honest.Settings[0].Metrics["accuracy"].Mean, 0.35, 0.65);

        // Fitted to all rows beforehand it gives everything away: the test above can fail.
        LossComparison leaked = _context.BinaryClassification.CompareLosses(leak.Fit(data).Transform(data), experiment with { Preprocessing = null }).Comparison;
        Assert.True(leaked.Settings[0].Metrics["accuracy"].Mean > 0.99);
        Assert.Equal(8, leak.RowsSeen.Count(rows => rows == 180));
    }

    [Fact]
    public void CompareLosses_FinishedCells_AreNotTrainedAgain()
    {
        IDataView data = Samples.Boston(_context);
        LossComparison whole = _context.Regression.CompareLosses(data, Small).Comparison;
        ExperimentCell[] before = [.. whole.Cells.Where((_, i) => i % 3 != 1)];
        var recorder = new Recorder();
        LossComparison resumed = _context.Regression.CompareLosses(data, Small with { Finished = before, Observers = [recorder] }).Comparison;
        Assert.Equal(whole.Cells.Count - before.Length, recorder.Cells.Count);
        Assert.Equal(before.Length, recorder.Start!.Finished.Count);
        Assert.Equal(whole.Cells.Select(Id), resumed.Cells.Select(Id));
        Assert.All(whole.Cells.Zip(resumed.Cells), pair => Assert.Equal(pair.First.Metrics["rmse"], pair.Second.Metrics["rmse"], 1e-4 * pair.First.Metrics["rmse"]));
    }

    [Fact]
    public void CompareLosses_Cancelled_HandsOutWhatIsFinished()
    {
        using var stop = new CancellationTokenSource();
        var recorder = new Recorder();
        var stopper = new Stopper(stop);
        RegressionLossExperiment experiment = Small with
        {
            Seeds = [.. Enumerable.Range(1, 60)], Observers = [recorder, stopper], Trainer = Small.Trainer with { CancellationToken = stop.Token, Epochs = 100, Patience = null },
        };
        Assert.ThrowsAny<OperationCanceledException>(() => _context.Regression.CompareLosses(Samples.Boston(_context), experiment));
        Assert.InRange(recorder.Cells.Count, 1, 539);
    }

    private sealed class Stopper(CancellationTokenSource stop) : IExperimentObserver
    {
        public void CellFinished(ExperimentCell cell) => stop.Cancel();
    }

    [Fact]
    public void CompareLosses_ACellDiverges_TheOthersAreCompared()
    {
        LossComparison comparison = _context.Regression.CompareLosses(Samples.Boston(_context), Small with
        {
            Trainer = Small.Trainer with { Optimizer = Optimizer.Sgd(), OutputScaling = false, InputScaling = InputScaling.None },
            Losses = [RegressionLoss.MeanSquaredError(), RegressionLoss.MeanAbsoluteError()],
            LearningRates = [0.001, 1e5],
        }).Comparison;
        SettingSummary failed = Assert.Single(comparison.Settings, setting => setting.Setting is { Loss: "mse", LearningRate: 1e5 });
        Assert.Equal(6, failed.FailedCells);
        Assert.Contains("Try a learning rate smaller than 100000", failed.Failure);
        Assert.Empty(failed.Metrics);
        Assert.Equal(0.001, comparison.Best!.LearningRate);
        Assert.Equal(failed, comparison.Settings[^1]);
    }

    [Fact]
    public void CompareLosses_Architectures_AreCellsOfTheirOwn()
    {
        LossComparison comparison = _context.Regression.CompareLosses(Samples.Boston(_context), Small with { Architectures = [[], [6], [6, 4]], LearningRates = [0.01, 0.03], Losses = [RegressionLoss.GaussianNegativeLogLikelihood(), RegressionLoss.LogCosh()], Seeds = [1], Folds = 2 }).Comparison;
        Assert.Equal(12, comparison.Settings.Count);
        Assert.Equal(["", "6", "6,4"], comparison.Settings.Select(setting => setting.Setting.HiddenSizes).Distinct().Order());
        Assert.All(comparison.Settings, setting => Assert.True(setting.Metrics.ContainsKey("log-cosh")));
    }

    [Fact]
    public void CompareLosses_Baseline_IsItsFirstSetting()
    {
        RegressionLossExperiment experiment = Small with { LearningRates = [0.02, 0.01], Baseline = RegressionLoss.Huber(), Equivalence = EquivalenceRegion.Absolute(0.5), Trainer = Small.Trainer with { Epochs = 3 } };
        LossComparison comparison = _context.Regression.CompareLosses(Samples.Boston(_context), experiment).Comparison;
        Assert.Equal(new ExperimentSetting("huber:delta=1", 0.02, "8"), comparison.Baseline);
        Assert.All(comparison.Metrics, metric => Assert.Equal(comparison.Baseline, metric.Reference));
        Assert.Equal([0.5], comparison.Metrics.Where(metric => metric.Name == "rmse").Select(metric => metric.EquivalenceMargin));
    }

    [Fact]
    public void CompareLosses_LargeNetwork_TrainsInLibtorch()
    {
        LossComparison comparison = _context.Regression.CompareLosses(Samples.Boston(_context), Small with
        {
            Trainer = Small.Trainer with { HiddenSizes = [400, 400], BatchSize = 64, Epochs = 12, Optimizer = Optimizer.Adam(0.002) }, Seeds = [1],
        }).Comparison;
        Assert.All(comparison.Settings, setting => Assert.True(setting.Metrics["r2"].Mean > 0.3));
    }

    [Fact]
    public void CompareLosses_Best_IsRefittedToAllRows()
    {
        IDataView data = Samples.Boston(_context);
        LossExperimentResult result = _context.Regression.CompareLosses(data, Small with { RefitsBest = true, Criterion = RegressionMetric.MeanAbsoluteError });
        Assert.Equal("mae", result.Comparison.Criterion);
        Assert.Equal(result.Comparison.Metrics.Single(metric => metric.Name == "mae").Best, result.Comparison.Best);
        Assert.True(_context.Regression.Evaluate(result.Model!.Transform(data)).RSquared > 0.5);
        Assert.Null(_context.Regression.CompareLosses(data, Small).Model);
    }

    [Fact]
    public void CompareLosses_Binary_LeavesOutWhatIsNotDefined()
    {
        LossComparison comparison = _context.BinaryClassification.CompareLosses(Samples.BreastCancer(_context), new BinaryLossExperiment
        {
            Losses = [BinaryLoss.CrossEntropyOnLogits(), BinaryLoss.Hinge()], Seeds = [1], Preprocessing = _context.Transforms.NormalizeMeanVariance("Features"),
            Trainer = new MlpBinaryOptions { HiddenSizes = [8], Epochs = 20, Optimizer = Optimizer.Adam(0.01) },
        }).Comparison;
        SettingSummary hinge = comparison.Settings.Single(setting => setting.Setting.Loss == "hinge"), logits = comparison.Settings.Single(setting => setting.Setting.Loss == "bce-logits");
        Assert.Equal(["accuracy", "auc", "f1"], hinge.Metrics.Keys.Order());
        Assert.Equal(["accuracy", "auc", "brier", "ece", "f1", "log-loss"], logits.Metrics.Keys.Order());
        Assert.All(comparison.Settings, setting => Assert.True(setting.Metrics["accuracy"].Mean > 0.93));
        Assert.All(comparison.Cells, cell => Assert.Equal(cell.Metrics["accuracy"], cell.HeldOut!.Scores.Zip(cell.HeldOut.Labels, (score, label) => score > 0 == label > 0.5 ? 1.0 : 0).Average(), 1e-9));
    }

    [Fact]
    public void CompareLosses_Multiclass_ComparesAll()
    {
        LossComparison comparison = _context.MulticlassClassification.CompareLosses(Samples.Colours(_context), new MulticlassLossExperiment
        {
            Losses = [MulticlassLoss.CrossEntropy(), MulticlassLoss.MultiMargin(), MulticlassLoss.Brier()], Seeds = [1, 2], Holdout = 0.25,
            Trainer = new MlpMulticlassOptions { HiddenSizes = [8], Epochs = 30, Optimizer = Optimizer.Adam(0.02) },
        }).Comparison;
        Assert.Equal(6, comparison.Cells.Count);
        Assert.All(comparison.Cells, cell => Assert.Equal(75, cell.TestRows));
        Assert.All(comparison.Settings, setting => Assert.True(setting.Metrics["macro-f1"].Mean > 0.95));
        Assert.All(comparison.Cells.Where(cell => cell is { Setting.Loss: "cross-entropy", Seed: 1 }), cell => Assert.Equal(cell.Metrics["log-loss"], -cell.HeldOut!.Scores.Average(probability => Math.Log(probability)), 1e-5));
    }

    [Fact]
    public void CompareLosses_LabelALossRefuses_IsSaidBeforeTraining()
    {
        IDataView data = _context.Data.LoadFromEnumerable(Samples.Plane(60));
        MlpTrainingException e = Assert.Throws<MlpTrainingException>(() => _context.Regression.CompareLosses(data, Small with { Losses = [RegressionLoss.MeanSquaredError(), RegressionLoss.Poisson()] }));
        Assert.Contains("poisson", e.Message);
    }

    [Fact]
    public void FindFaults_EverythingWrong_IsReportedTogether()
    {
        var experiment = new RegressionLossExperiment
        {
            Losses = [RegressionLoss.LogCosh(), RegressionLoss.LogCosh()], Seeds = [], Folds = 1, LearningRates = [-1], Architectures = [[0]], Criterion = BinaryMetric.F1Score, Baseline = RegressionLoss.Poisson(),
            Trainer = new MlpRegressionOptions { Members = 2, Dropout = 2 },
        };
        string faults = string.Join("\n", experiment.FindFaults());
        foreach (string expected in new[] { "Losses has 'log-cosh' twice", "Seeds", "Folds is 1", "LearningRates", "Architectures", "Criterion is f1", "Baseline is 'poisson', but must be one of the losses that are compared: log-cosh, log-cosh", "Trainer.Members must be 1", "Trainer.Dropout is 2" })
            Assert.Contains(expected, faults);
        Assert.Throws<MlpOptionsException>(() => _context.Regression.CompareLosses(Samples.Boston(_context), experiment));
        Assert.Contains("the scores of 'hinge' are none", string.Join("\n", new BinaryLossExperiment { Losses = [BinaryLoss.Hinge()], Criterion = BinaryMetric.LogLoss }.FindFaults()));
    }
}
