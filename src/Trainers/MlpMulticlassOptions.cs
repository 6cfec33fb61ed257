using MLNet.LossExperiments.Losses;

namespace MLNet.LossExperiments;

/// <summary>The options of <see cref="MlpMulticlassTrainer"/>.</summary>
public sealed record MlpMulticlassOptions : MlpOptions
{
    /// <summary>The loss. Default cross-entropy.</summary>
    public MulticlassLoss Loss { get; init; } = MulticlassLoss.CrossEntropy();

    private protected override IEnumerable<OptionFault> ListFaults() =>
        Loss is null ? base.ListFaults().Append(new(nameof(Loss), "is null, but must be a loss.")) : base.ListFaults();
}
