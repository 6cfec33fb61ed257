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
    /// Whether training is independent of the label's unit and of the size of the loss. If so, the network's output counts standard deviations of the label from its mean over the training rows (with a
    /// loss whose predictions are positive by construction: from the logarithm of the mean), and the gradient of the loss, which is measured on the training labels before the first step, is brought to the size that
    /// squared error has on a standardized label: a root mean square of 2 where all predictions are the mean. So a factor before a loss changes nothing, and penalties and gradient clipping mean the same with each
    /// loss. The loss, its parameters and the history stay in units of the label; the fitted model has the scale folded into its last layer. With squared error this is the same as standardizing the label. Of
    /// several targets each has its own scale; weights that a custom loss gives to targets are kept. Null (the default) means yes for optimizers whose steps hardly depend on the size of the gradient (Adam and
    /// its kin), and no for SGD, whose learning rate would mean something else than in the textbooks. Where an <see cref="OutputRange"/> confines predictions, only the gradient is scaled, and true is not allowed.
    /// </summary>
    public bool? OutputScaling { get; init; }

    internal bool ScalesGradient => OutputScaling ?? Optimizer.IsScaleFree;

    internal bool ScalesOutput => ScalesGradient && CanScaleOutput;

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
