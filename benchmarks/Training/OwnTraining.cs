using System.Diagnostics;
using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.LossExperiments;
using MLNet.LossExperiments.Losses;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Optimizers;

/// <summary>A workload by this library, through its public face.</summary>
internal static class OwnTraining
{
    public static (double Seconds, double Loss) Run(Workload work)
    {
        var context = new MLContext(1);
        IDataView data = Rows(context, work);
        return work.Cells > 0 ? Compare(context, data, work) : Fit(context, data, work);
    }

    /// <summary>The rows as a data view.</summary>
    public static IDataView Rows(MLContext context, Workload work)
    {
        (float[] features, float[] labels) = work.Data();
        SchemaDefinition schema = SchemaDefinition.Create(typeof(Row));
        schema["Features"].ColumnType = new VectorDataViewType(NumberDataViewType.Single, work.Features);
        schema["Class"].ColumnType = new KeyDataViewType(typeof(uint), 10);
        // LoadFromEnumerable takes the members of a key from 0.
        return context.Data.LoadFromEnumerable(
            Enumerable.Range(0, work.Rows).Select(row => new Row { Features = features[(row * work.Features)..((row + 1) * work.Features)], Label = labels[row], Positive = labels[row] > 0, Class = (uint)labels[row] }).ToArray(), schema);
    }

    private static (double Seconds, double Loss) Fit(MLContext context, IDataView data, Workload work)
    {
        WarmUp.Run(() => Train(context, data, work));
        return Train(context, data, work);
    }

    private static (double Seconds, double Loss) Train(MLContext context, IDataView data, Workload work)
    {
        var watch = new Watch();
        T Options<T>(T options, string label)
            where T : MlpOptions => options with
            {
                LabelColumnName = label, HiddenSizes = work.Hidden, BatchSize = work.Batch, BatchNormalization = work.BatchNorm, Dropout = work.Dropout, Epochs = work.Epochs,
                Patience = null, MeasureTrainingLoss = false, Seed = 1, Observers = [watch], InputScaling = InputScaling.None, Optimizer = OptimizerOf(work),
            };
        if (work.Task == "regression")
            context.Regression.Trainers.Mlp(Options(new MlpRegressionOptions { OutputScaling = false }, "Label")).Fit(data);
        else if (work.Task == "binary")
            context.BinaryClassification.Trainers.Mlp(Options(new MlpBinaryOptions(), "Positive")).Fit(data);
        else
            context.MulticlassClassification.Trainers.Mlp(Options(new MlpMulticlassOptions(), "Class")).Fit(data);
        return (watch.Seconds, watch.Loss);
    }

    private static (double Seconds, double Loss) Compare(MLContext context, IDataView data, Workload work)
    {
        var experiment = new RegressionLossExperiment
        {
            Losses = [.. work.Losses.Select(loss => LossCatalog.Regression.Parse(loss))], Seeds = work.Seeds, Folds = work.Folds, RefitsBest = false,
            Trainer = new MlpRegressionOptions
            {
                HiddenSizes = work.Hidden, BatchSize = work.Batch, BatchNormalization = work.BatchNorm, Dropout = work.Dropout, Epochs = work.Epochs, Patience = null, MeasureTrainingLoss = false,
                OutputScaling = false, Optimizer = OptimizerOf(work),
            },
        };
        context.Regression.CompareLosses(data, experiment with { Seeds = [1, 2] });
        long started = Stopwatch.GetTimestamp();
        LossExperimentResult result = context.Regression.CompareLosses(data, experiment);
        return (Stopwatch.GetElapsedTime(started).TotalSeconds, result.Comparison.Settings.Single(setting => setting.Setting.Loss == "mse").Metrics["rmse"].Mean);
    }

    private static Optimizer OptimizerOf(Workload work) => work.Optimizer == "sgd" ? Optimizer.Sgd(work.LearningRate) : Optimizer.Adam(work.LearningRate);

    private sealed class Watch : ITrainingObserver
    {
        private long _started;

        public double Seconds { get; private set; }

        public double Loss { get; private set; }

        public void FitStarted(FitStart start)
        {
            if (start.SkippedRows > 0)
                throw new InvalidOperationException($"{start.SkippedRows} rows were left out, which the others train on.");
            _started = Stopwatch.GetTimestamp();
        }

        public void FitEnded(IReadOnlyList<TrainingHistory> histories) => (Seconds, Loss) = (Stopwatch.GetElapsedTime(_started).TotalSeconds, histories[0].Epochs[^1].RunningTrainingLoss);
    }

    private sealed class Row
    {
        public float[] Features { get; set; } = [];

        public float Label { get; set; }

        public bool Positive { get; set; }

        public uint Class { get; set; }
    }
}
