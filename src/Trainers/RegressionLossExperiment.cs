using Microsoft.ML;
using Microsoft.ML.Runtime;
using MLNet.LossExperiments.Losses;
using MLNet.LossExperiments.Metrics;
using MLNet.LossExperiments.Training;

namespace MLNet.LossExperiments;

/// <summary>Finds out which loss to train a regression with.</summary>
public sealed record RegressionLossExperiment : LossExperiment
{
    /// <summary>The losses that are compared, each once. At least one; default mse, mae, huber and log-cosh.</summary>
    public IReadOnlyList<RegressionLoss> Losses { get; init; } = [RegressionLoss.MeanSquaredError(), RegressionLoss.MeanAbsoluteError(), RegressionLoss.Huber(1), RegressionLoss.LogCosh()];

    /// <summary>How each network is trained; the loss, the seed and what the experiment lists are replaced. Default the trainer's own defaults.</summary>
    public MlpRegressionOptions Trainer { get; init; } = new();

    internal override MlpOptions TrainerOptions => Trainer;

    internal override LossExperiment WithTrainer(MlpOptions trainer) => this with { Trainer = (MlpRegressionOptions)trainer };

    internal override IReadOnlyList<Loss> ComparedLosses => Losses;

    internal override bool IsStratified => false;

    internal override IReadOnlyList<Metric> TaskMetrics { get; } = [.. MetricCatalog.Regression.Entries.Select(entry => entry.Create())];

    internal override IEnumerable<Metric> LossMetrics => Losses.Select(LossMetric.Of).OfType<Metric>();

    internal override MlpOptions WithLoss(MlpOptions options, Loss loss) => (MlpRegressionOptions)options with { Loss = (RegressionLoss)loss };

    internal override LearningTask TaskOf(MlpOptions options) => new RegressionTask((MlpRegressionOptions)options);

    internal override IEstimator<ITransformer> TrainerOf(IHostEnvironment environment, MlpOptions options) => new MlpRegressionTrainer(environment, (MlpRegressionOptions)options);
}
