using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Losses;

/// <summary>
/// A loss for multiclass classification: outputs [n, k] (a raw score for each of k classes) and targets give [n]. Targets are class indices, [n] of 64-bit
/// integers from 0, or, where <see cref="AcceptsClassProbabilities"/>, class probabilities, [n, k]. Each loss is made by a method of this class, in a file of its own.
/// </summary>
public abstract partial class MulticlassLoss : Loss
{
    private protected MulticlassLoss(string name, Link link, bool acceptsClassProbabilities)
        : base(name, link) => AcceptsClassProbabilities = acceptsClassProbabilities;

    /// <summary>Whether the label may be a vector of class probabilities instead of a class.</summary>
    public bool AcceptsClassProbabilities { get; }

    /// <summary>Whether Score holds class probabilities at the loss's minimum; if not, scores only rank the classes.</summary>
    public virtual bool GivesProbabilities => Link != Link.Identity;

    /// <summary>The number of classes that it was made for; null where any will do.</summary>
    internal virtual int? ClassCount => null;

    internal override LossTraits Traits => new(
        AcceptsClassProbabilities ? "classes, or class probabilities" : "classes",
        OutputCount(classes: 3) == 3 ? "1 for each class" : "1 for each step between classes",
        GivesProbabilities,
        GivesProbabilities ? "class probabilities" : "no class probabilities; they rank the classes");

    /// <summary>The number of outputs that the network needs for a number of classes.</summary>
    internal virtual int OutputCount(int classes) => classes;

    /// <summary>The loss with what it takes from the training rows, such as balanced class weights.</summary>
    /// <param name="classTotals">The total example weight of the rows of each class.</param>
    /// <exception cref="ArgumentException">What the loss was given does not fit the number of classes.</exception>
    internal virtual MulticlassLoss FittedTo(IReadOnlyList<double> classTotals) => this;

    /// <summary>A loss of your own, differentiated automatically.</summary>
    /// <param name="name">A name for reports and messages.</param>
    /// <param name="formula">Outputs [n, k] and targets [n] (class indices, 64-bit integers) in, losses [n] out, by differentiable tensor operations. Where other threads work at the same time, write sums and operations with numbers as <see cref="SafeArithmetic"/> has them.</param>
    /// <param name="givesProbabilities">Whether the softmax of the scores that minimise the loss is the vector of class probabilities; if not, Score holds raw scores.</param>
    /// <returns>The loss.</returns>
    public static MulticlassLoss Custom(string name, Func<torch.Tensor, torch.Tensor, torch.Tensor> formula, bool givesProbabilities)
    {
        ArgumentNullException.ThrowIfNull(formula);
        return new CustomMulticlassLoss(name, formula, givesProbabilities);
    }

    private protected override void CheckShapes(ReadOnlySpan<long> outputs, ReadOnlySpan<long> targets)
    {
        bool isIndices = targets.Length == 1 && outputs.Length == 2 && targets[0] == outputs[0] && outputs[1] > 0;
        bool isProbabilities = AcceptsClassProbabilities && outputs.Length == 2 && targets.SequenceEqual(outputs);
        if (!isIndices && !isProbabilities)
            throw ShapeMismatch(outputs, targets, "outputs of shape [rows, classes] and targets of shape [rows]" + (AcceptsClassProbabilities ? " or [rows, classes]" : ""));
    }

    /// <summary>A loss of nothing but the probability p of the target's class under the softmax, given as log p and as 1 − p, each with all its digits.</summary>
    private abstract class ProbabilityLoss(string name) : MulticlassLoss(name, Link.Softmax, acceptsClassProbabilities: false)
    {
        public override bool GivesProbabilities => false;

        private protected abstract torch.Tensor OfProbability(torch.Tensor logarithms, torch.Tensor complements);

        private protected sealed override torch.Tensor Formula(torch.Tensor outputs, torch.Tensor targets, torch.Tensor? weights)
        {
            torch.Tensor logarithms = outputs.log_softmax(1).gather(1, targets.unsqueeze(1)).squeeze(1);
            return OfProbability(logarithms, logarithms.expm1().neg());
        }
    }

    private sealed class CustomMulticlassLoss(string name, Func<torch.Tensor, torch.Tensor, torch.Tensor> formula, bool givesProbabilities)
        : MulticlassLoss(name, givesProbabilities ? Link.Softmax : Link.Identity, acceptsClassProbabilities: false)
    {
        public override LossDescription? Description => null;

        // A formula of a user's may look at all rows of a batch.
        internal override bool TakesStackedRows => false;

        private protected override torch.Tensor Formula(torch.Tensor outputs, torch.Tensor targets, torch.Tensor? weights) => formula(outputs, targets);
    }
}
