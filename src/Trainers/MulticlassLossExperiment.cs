using Microsoft.ML;
using Microsoft.ML.Runtime;
using MLNet.LossExperiments.Losses;
using MLNet.LossExperiments.Metrics;
using MLNet.LossExperiments.Training;

namespace MLNet.LossExperiments;

/// <summary>Finds out which loss to train a multiclass classification with. The label must be a key before <see cref="LossExperiment.Preprocessing"/>: a mapping that is fitted to a part of the rows might miss a class.</summary>
public sealed record MulticlassLossExperiment : LossExperiment
{
    /// <summary>The losses that are compared, each once. At least one; default cross-entropy, the same with labels smoothed by 0.1, focal, brier and multi-margin.</summary>
    public IReadOnlyList<MulticlassLoss> Losses { get; init; } = [MulticlassLoss.CrossEntropy(), MulticlassLoss.CrossEntropy(labelSmoothing: 0.1), MulticlassLoss.Focal(), MulticlassLoss.Brier(), MulticlassLoss.MultiMargin()];

    /// <summary>How each network is trained; the loss, the seed and what the experiment lists are replaced. Default the trainer's own defaults.</summary>
    public MlpMulticlassOptions Trainer { get; init; } = new();

    internal override MlpOptions TrainerOptions => Trainer;

    internal override LossExperiment WithTrainer(MlpOptions trainer) => this with { Trainer = (MlpMulticlassOptions)trainer };

    internal override IReadOnlyList<Loss> ComparedLosses => Losses;

    internal override bool IsStratified => true;

    internal override IReadOnlyList<Metric> TaskMetrics { get; } = [.. MetricCatalog.Multiclass.Entries.Select(entry => entry.Create())];

    internal override MlpOptions WithLoss(MlpOptions options, Loss loss) => (MlpMulticlassOptions)options with { Loss = (MulticlassLoss)loss };

    internal override LearningTask TaskOf(MlpOptions options) => new MulticlassTask((MlpMulticlassOptions)options);

    internal override IEstimator<ITransformer> TrainerOf(IHostEnvironment environment, MlpOptions options) => new MlpMulticlassTrainer(environment, (MlpMulticlassOptions)options);

    internal override bool GivesProbabilities(Loss loss) => ((MulticlassLoss)loss).GivesProbabilities;
}
