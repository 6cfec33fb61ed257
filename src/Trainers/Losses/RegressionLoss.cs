using MLNet.LossExperiments.Models;
using TorchSharp;

namespace MLNet.LossExperiments.Losses;

/// <summary>
/// A loss for regression: outputs [n, 1] and targets [n, 1], in units of the label, give [n]. Labels may be any finite number unless a loss says otherwise.
/// Each loss is made by a method of this class, in a file of its own.
/// </summary>
public abstract partial class RegressionLoss : Loss
{
    private protected RegressionLoss(string name, Link link = Link.Identity)
        : base(name, link)
    {
    }

    /// <summary>A loss of your own, differentiated automatically.</summary>
    /// <param name="name">A name for reports and messages.</param>
    /// <param name="formula">
    /// Outputs [n, 1] and targets [n, 1] in, losses [n] out, by differentiable tensor operations; for example
    /// <c>(output, target) => (output - target).abs().squeeze(1)</c>. It is called from the training thread, once per batch.
    /// </param>
    /// <returns>The loss.</returns>
    public static RegressionLoss Custom(string name, Func<torch.Tensor, torch.Tensor, torch.Tensor> formula)
    {
        ArgumentNullException.ThrowIfNull(formula);
        return new CustomRegressionLoss(name, formula);
    }

    private protected override void CheckShapes(ReadOnlySpan<long> outputs, ReadOnlySpan<long> targets)
    {
        if (outputs.Length != 2 || !outputs.SequenceEqual(targets))
            throw ShapeMismatch(outputs, targets, "both of one shape, [rows, targets]");
    }

    private sealed class CustomRegressionLoss(string name, Func<torch.Tensor, torch.Tensor, torch.Tensor> formula) : RegressionLoss(name)
    {
        private protected override torch.Tensor Formula(torch.Tensor outputs, torch.Tensor targets) => formula(outputs, targets);
    }
}
