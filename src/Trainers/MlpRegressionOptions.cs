using MLNet.LossExperiments.Losses;
using MLNet.LossExperiments.Metrics;
using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments;

/// <summary>The options of <see cref="MlpRegressionTrainer"/>.</summary>
public sealed record MlpRegressionOptions : MlpOptions
{
    /// <summary>The loss. Default mean squared error.</summary>
    public RegressionLoss Loss { get; init; } = RegressionLoss.MeanSquaredError();

    /// <summary>The range that predictions are confined to, by a last function of the network. Default <see cref="OutputRange.Identity"/>: any number.</summary>
    public OutputRange OutputRange { get; init; } = OutputRange.Identity;

    /// <summary>
    /// Whether the network's output counts standard deviations of the label from its mean over the training rows, so that training does not depend on the label's unit. The
    /// loss, its parameters and the history stay in units of the label; the gradient is divided by the label's variance, and the fitted model has the scale folded into its
    /// last layer. With squared error this is the same as standardising the label; with a loss whose predictions are positive by construction the output counts from the logarithm of the label's
    /// mean. Of several targets each has its own scale, and counts by it. Null (the default) means yes for optimizers whose steps hardly depend on the size of the gradient (Adam and its kin), and no for
    /// SGD, whose learning rate would mean something else than in the textbooks. Only with <see cref="OutputRange.Identity"/>.
    /// </summary>
    public bool? OutputScaling { get; init; }

    internal bool ScalesOutput => OutputScaling ?? (CanScaleOutput && Optimizer.IsScaleFree);

    private bool CanScaleOutput => OutputRange == OutputRange.Identity;

    private protected override IEnumerable<OptionFault> ListFaults()
    {
        foreach (OptionFault fault in base.ListFaults())
            yield return fault;
        foreach (OptionFault fault in SharedOptionFaults.OfMonitor<RegressionLoss>(
            this, MetricCatalog.Regression, Loss, true, other => other.Link == Loss.Link && other.QuantileLevels.SequenceEqual(Loss.QuantileLevels)))
            yield return fault;
        if (Loss is null)
            yield return new(nameof(Loss), "is null, but must be a loss.");
        if (OutputRange is null)
            yield return new(nameof(OutputRange), "is null, but must be a range.");
        else if (Loss is not null && Loss.Link != Link.Identity && OutputRange != OutputRange.Identity)
            yield return new(nameof(OutputRange), $"is {OutputRange}, but must be identity with the loss '{Loss}', whose link already confines predictions.");
        if (OutputScaling is true && Loss is not null && OutputRange is not null && !CanScaleOutput)
            yield return new(nameof(OutputScaling), "is true, but must be false or null where an output range confines predictions.");
    }
}
