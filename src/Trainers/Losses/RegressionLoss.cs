using MLNet.LossExperiments.Catalogs;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Losses;

/// <summary>
/// A loss for regression: outputs [n, targets · <see cref="OutputsPerTarget"/>] and targets [n, targets] in units of the label give [n], the mean over the targets of a row.
/// The outputs of one target stand side by side. Where a formula raises e to an output, the power is continued by its tangent beyond an exponent of 30, about 10¹³, so that losses and
/// gradients stay finite. Each loss is made by a method of this class, in a file of its own.
/// </summary>
public abstract partial class RegressionLoss : Loss
{
    private protected RegressionLoss(string name, Link link = Link.Identity)
        : base(name, link)
    {
    }

    /// <summary>What a parameter in units of the label may be: 32-bit floats hold it, and the squares of errors divided by it.</summary>
    internal static NumberRange Scales { get; } = NumberRange.FromTo(1e-12, 1e12);

    /// <summary>The labels that the loss makes sense for.</summary>
    public virtual LabelDomain Labels => LabelDomain.AnyNumber;

    /// <summary>How many outputs of the network each target takes: 1 for most, 2 for a mean and a variance, one for each quantile.</summary>
    public virtual int OutputsPerTarget => 1;

    /// <summary>The levels of the quantiles that are predicted, each between 0 and 1, ascending; empty for other losses.</summary>
    public virtual IReadOnlyList<double> QuantileLevels => [];

    /// <summary>The unit of the loss as a power of the label's unit: 2 for squared error, 1 for absolute error, 0 for likelihoods. What it grows by where the label, and each parameter in units of the label, is rescaled; training does not rely on it, since it measures gradients.</summary>
    internal virtual double LabelDegree => 2;

    /// <summary>An error at which the formula turns from one form to another, in units of the label; 1 where it has none.</summary>
    internal virtual double TurningPoint => 1;

    internal override LossTraits Traits => new(Labels.InWords(), $"{OutputsPerTarget} for each label", null, "predictions, in units of the label");

    /// <summary>A loss of your own, differentiated automatically.</summary>
    /// <param name="name">A name for reports and messages.</param>
    /// <param name="formula">
    /// Outputs [n, targets] and targets [n, targets] in, losses [n] out, by differentiable tensor operations; for example
    /// <c>(output, target) => (output - target).abs().mean([1])</c>. It is called from the training thread, once per batch. Where other threads work at the same time, write sums
    /// and operations with numbers as <see cref="SafeArithmetic"/> has them: <c>a.Plus(b)</c>, <c>a.Times(2)</c>.
    /// </param>
    /// <returns>The loss.</returns>
    public static RegressionLoss Custom(string name, Func<torch.Tensor, torch.Tensor, torch.Tensor> formula)
    {
        ArgumentNullException.ThrowIfNull(formula);
        return new CustomRegressionLoss(name, formula);
    }

    private protected override void CheckShapes(ReadOnlySpan<long> outputs, ReadOnlySpan<long> targets)
    {
        if (outputs.Length != 2 || targets.Length != 2 || outputs[0] != targets[0] || outputs[1] != targets[1] * OutputsPerTarget)
            throw ShapeMismatch(outputs, targets, OutputsPerTarget == 1 ? "both of one shape, [rows, targets]" : $"outputs of shape [rows, {OutputsPerTarget} · targets] and targets of shape [rows, targets]");
    }

    /// <summary>A loss with one output for each target: a formula on outputs and targets, both [n, targets], that gives a loss for each target, [n, targets].</summary>
    private abstract class TargetwiseLoss(string name, Link link = Link.Identity) : RegressionLoss(name, link)
    {
        private protected abstract torch.Tensor TargetLosses(torch.Tensor outputs, torch.Tensor targets);

        private protected sealed override torch.Tensor Formula(torch.Tensor outputs, torch.Tensor targets, torch.Tensor? weights) => TargetLosses(outputs, targets).mean([1]);
    }

    /// <summary>A loss with several outputs for each target: a formula on outputs [n, targets, <see cref="OutputsPerTarget"/>] and targets [n, targets] that gives [n, targets].</summary>
    private abstract class DistributionLoss(string name, Link link) : RegressionLoss(name, link)
    {
        internal override double LabelDegree => 0;

        private protected abstract torch.Tensor TargetLosses(torch.Tensor outputs, torch.Tensor targets);

        private protected sealed override torch.Tensor Formula(torch.Tensor outputs, torch.Tensor targets, torch.Tensor? weights) =>
            TargetLosses(outputs.view(targets.size(0), targets.size(1), OutputsPerTarget), targets).mean([1]);
    }

    private sealed class CustomRegressionLoss(string name, Func<torch.Tensor, torch.Tensor, torch.Tensor> formula) : RegressionLoss(name)
    {
        public override LossDescription? Description => null;

        // A formula of a user's may look at all rows of a batch.
        internal override bool TakesStackedRows => false;

        private protected override torch.Tensor Formula(torch.Tensor outputs, torch.Tensor targets, torch.Tensor? weights) => formula(outputs, targets);
    }
}
