using Microsoft.ML;
using Microsoft.ML.Runtime;
using MLNet.LossExperiments.Losses;
using MLNet.LossExperiments.Metrics;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Training;

namespace MLNet.LossExperiments;

/// <summary>Finds out which loss to train a binary classification with.</summary>
public sealed record BinaryLossExperiment : LossExperiment
{
    /// <summary>The losses that are compared, each once. At least one; default bce-logits, focal, brier, hinge and squared-hinge.</summary>
    public IReadOnlyList<BinaryLoss> Losses { get; init; } = [BinaryLoss.CrossEntropyOnLogits(), BinaryLoss.Focal(), BinaryLoss.Brier(), BinaryLoss.Hinge(), BinaryLoss.SquaredHinge()];

    /// <summary>How each network is trained; the loss, the seed and what the experiment lists are replaced. Default the trainer's own defaults.</summary>
    public MlpBinaryOptions Trainer { get; init; } = new();

    internal override MlpOptions TrainerOptions => Trainer;

    internal override LossExperiment WithTrainer(MlpOptions trainer) => this with { Trainer = (MlpBinaryOptions)trainer };

    internal override IReadOnlyList<Loss> ComparedLosses => Losses;

    internal override bool IsStratified => true;

    internal override IReadOnlyList<Metric> TaskMetrics { get; } = [.. MetricCatalog.Binary.Entries.Select(entry => entry.Create())];

    internal override MlpOptions WithLoss(MlpOptions options, Loss loss) => (MlpBinaryOptions)options with { Loss = (BinaryLoss)loss };

    internal override LearningTask TaskOf(MlpOptions options) => new BinaryTask((MlpBinaryOptions)options);

    internal override IEstimator<ITransformer> TrainerOf(IHostEnvironment environment, MlpOptions options) => new MlpBinaryTrainer(environment, (MlpBinaryOptions)options);

    internal override bool GivesProbabilities(Loss loss) => ((BinaryLoss)loss).GivesProbabilities;

    private protected override IEnumerable<OptionFault> ListFaults()
    {
        foreach (OptionFault fault in base.ListFaults())
            yield return fault;
        if (Trainer.Calibration != CalibrationKind.None)
            yield return new("Trainer.Calibration", $"is {Trainer.Calibration}, but must be None: losses are judged by the scores that they teach.");
    }
}
