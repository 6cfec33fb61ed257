using MLNet.LossExperiments.Losses;
using MLNet.LossExperiments.Metrics;
using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments;

/// <summary>The options of <see cref="MlpMulticlassTrainer"/>.</summary>
public sealed record MlpMulticlassOptions : MlpOptions
{
    /// <summary>The loss. Default cross-entropy.</summary>
    public MulticlassLoss Loss { get; init; } = MulticlassLoss.CrossEntropy();

    private protected override IEnumerable<OptionFault> ListFaults()
    {
        bool TakesSameOutputs(MulticlassLoss other) => other.OutputCount(3) == Loss!.OutputCount(3);
        IEnumerable<OptionFault> faults = base.ListFaults().Concat(SharedOptionFaults.OfMonitor(this, MetricCatalog.Multiclass, Loss, Loss is null || Loss.Link != Link.Identity, TakesSameOutputs));
        return Loss is null ? faults.Append(new(nameof(Loss), "is null, but must be a loss.")) : faults;
    }
}
