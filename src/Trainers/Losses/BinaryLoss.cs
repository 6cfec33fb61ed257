using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Native;
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

    internal override LossTraits Traits => new(
        "two classes", "1", GivesProbabilities, GivesProbabilities ? "log-odds, so models give probabilities" : "no log-odds, so models give no probabilities unless they are calibrated");

    /// <summary>A loss of your own, differentiated automatically.</summary>
    /// <param name="name">A name for reports and messages.</param>
    /// <param name="formula">Outputs [n, 1] and targets [n, 1] of 0 and 1 in, losses [n] out, by differentiable tensor operations. Where other threads work at the same time, write sums and operations with numbers as <see cref="SafeArithmetic"/> has them.</param>
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

    /// <summary>How far scores are on the right side: x for targets 1, −x for targets 0.</summary>
    private static torch.Tensor MarginsOf(torch.Tensor outputs, torch.Tensor targets) => outputs * targets.Times(2).Plus(-1);

    /// <summary>A loss of each row by itself: a formula on outputs and targets, both [n, 1], that gives [n, 1].</summary>
    private abstract class RowwiseLoss(string name, Link link = Link.Identity) : BinaryLoss(name, link)
    {
        private protected abstract torch.Tensor Losses(torch.Tensor outputs, torch.Tensor targets);

        private protected sealed override torch.Tensor Formula(torch.Tensor outputs, torch.Tensor targets, torch.Tensor? weights) => Losses(outputs, targets).squeeze(1);
    }

    /// <summary>
    /// A loss that compares the rows of a batch: a formula on outputs, targets and weights, each [n], that gives one number, in which a weight of 2 counts as the row twice.
    /// Validation rows are taken batch by batch too, so its value depends on the batch size.
    /// </summary>
    private abstract class BatchwiseLoss(string name) : BinaryLoss(name, Link.Identity)
    {
        internal sealed override bool IsBatchwise => true;

        private protected abstract torch.Tensor BatchLoss(torch.Tensor outputs, torch.Tensor targets, torch.Tensor weights);

        private protected sealed override torch.Tensor Formula(torch.Tensor outputs, torch.Tensor targets, torch.Tensor? weights)
        {
            torch.Tensor scores = outputs.squeeze(1);
            return BatchLoss(scores, targets.squeeze(1), weights ?? torch.ones_like(scores)).expand(scores.size(0));
        }
    }

    /// <summary>A loss of the margin z = x for targets 1, −x for targets 0: how far a score is on the right side.</summary>
    private abstract class MarginLoss(string name) : RowwiseLoss(name)
    {
        private protected abstract torch.Tensor OfMargin(torch.Tensor margins);

        private protected sealed override torch.Tensor Losses(torch.Tensor outputs, torch.Tensor targets) => OfMargin(MarginsOf(outputs, targets));
    }

    private sealed class CustomBinaryLoss(string name, Func<torch.Tensor, torch.Tensor, torch.Tensor> formula, bool givesProbabilities)
        : BinaryLoss(name, givesProbabilities ? Link.Logistic : Link.Identity)
    {
        public override LossDescription? Description => null;

        // A formula of a user's may look at all rows of a batch.
        internal override bool TakesStackedRows => false;

        private protected override torch.Tensor Formula(torch.Tensor outputs, torch.Tensor targets, torch.Tensor? weights) => formula(outputs, targets);
    }
}
