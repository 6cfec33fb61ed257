using MLNet.LossExperiments.Losses;
using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments;

/// <summary>The options of <see cref="MlpRegressionTrainer"/>.</summary>
public sealed record MlpRegressionOptions : MlpOptions
{
    /// <summary>The loss. Default mean squared error.</summary>
    public RegressionLoss Loss { get; init; } = RegressionLoss.MeanSquaredError();

    /// <summary>The range that predictions are confined to, by a last function of the network. Default <see cref="OutputRange.Identity"/>: any number.</summary>
    public OutputRange OutputRange { get; init; } = OutputRange.Identity;

    private protected override IEnumerable<OptionFault> ListFaults()
    {
        foreach (OptionFault fault in base.ListFaults())
            yield return fault;
        if (Loss is null)
            yield return new(nameof(Loss), "is null, but must be a loss.");
        if (OutputRange is null)
            yield return new(nameof(OutputRange), "is null, but must be a range.");
        else if (Loss is not null && Loss.Link != Link.Identity && OutputRange != OutputRange.Identity)
            yield return new(nameof(OutputRange), $"is {OutputRange}, but must be identity with the loss '{Loss}', whose link already confines predictions.");
    }
}
