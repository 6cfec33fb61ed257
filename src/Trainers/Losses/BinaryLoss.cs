using MLNet.LossExperiments.Models;
using TorchSharp;

namespace MLNet.LossExperiments.Losses;

/// <summary>
/// A loss for binary classification: outputs [n, 1] (raw scores, positive for the positive class) and targets [n, 1] (0 or 1) give [n].
/// Each loss is made by a method of this class, in a file of its own.
/// </summary>
public abstract partial class BinaryLoss : Loss
{
    private protected BinaryLoss(string name, Link link)
        : base(name, link)
    {
    }

    /// <summary>Whether the scores are log-odds, so that models give a Probability column.</summary>
    public bool GivesProbabilities => Link == Link.Logistic;

    /// <summary>A loss of your own, differentiated automatically.</summary>
    /// <param name="name">A name for reports and messages.</param>
    /// <param name="formula">Outputs [n, 1] and targets [n, 1] of 0 and 1 in, losses [n] out, by differentiable tensor operations.</param>
    /// <param name="givesProbabilities">Whether the scores that minimise the loss are log-odds, so that 1 / (1 + e⁻ˢᶜᵒʳᵉ) is a probability.</param>
    /// <returns>The loss.</returns>
    public static BinaryLoss Custom(string name, Func<torch.Tensor, torch.Tensor, torch.Tensor> formula, bool givesProbabilities)
    {
        ArgumentNullException.ThrowIfNull(formula);
        return new CustomBinaryLoss(name, formula, givesProbabilities);
    }

    private protected override void CheckShapes(ReadOnlySpan<long> outputs, ReadOnlySpan<long> targets)
    {
        if (outputs is not [_, 1] || !outputs.SequenceEqual(targets))
            throw ShapeMismatch(outputs, targets, "both of shape [rows, 1]");
    }

    private sealed class CustomBinaryLoss(string name, Func<torch.Tensor, torch.Tensor, torch.Tensor> formula, bool givesProbabilities)
        : BinaryLoss(name, givesProbabilities ? Link.Logistic : Link.Identity)
    {
        private protected override torch.Tensor Formula(torch.Tensor outputs, torch.Tensor targets) => formula(outputs, targets);
    }
}
