using MLNet.LossExperiments.Losses;

namespace MLNet.LossExperiments;

/// <summary>The options of <see cref="MlpBinaryTrainer"/>.</summary>
public sealed record MlpBinaryOptions : MlpOptions
{
    /// <summary>The loss. Default binary cross-entropy on logits.</summary>
    public BinaryLoss Loss { get; init; } = BinaryLoss.CrossEntropyOnLogits();

    private protected override IEnumerable<OptionFault> ListFaults() =>
        Loss is null ? base.ListFaults().Append(new(nameof(Loss), "is null, but must be a loss.")) : base.ListFaults();
}
