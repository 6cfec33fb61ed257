using MLNet.LossExperiments.Losses;
using MLNet.LossExperiments.Metrics;

namespace MLNet.LossExperiments;

/// <summary>The options of <see cref="MlpBinaryTrainer"/>.</summary>
public sealed record MlpBinaryOptions : MlpOptions
{
    /// <summary>The loss. Default binary cross-entropy on logits.</summary>
    public BinaryLoss Loss { get; init; } = BinaryLoss.CrossEntropyOnLogits();

    private protected override IEnumerable<OptionFault> ListFaults()
    {
        IEnumerable<OptionFault> faults = base.ListFaults().Concat(ListMonitorFaults(MetricCatalog.Binary, Loss, Loss?.GivesProbabilities ?? true, _ => true));
        return Loss is null ? faults.Append(new(nameof(Loss), "is null, but must be a loss.")) : faults;
    }
}
