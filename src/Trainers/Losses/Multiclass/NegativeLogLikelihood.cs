using MLNet.LossExperiments.Catalogs;
using MLNet.LossExperiments.Models;
using TorchSharp;

namespace MLNet.LossExperiments.Losses;

public abstract partial class MulticlassLoss
{
    /// <summary>How the catalog says that there are no class weights.</summary>
    internal const string NoWeights = "none";

    /// <summary>
    /// Negative log-likelihood after log-softmax, <c>nll</c>: −log(p) of the target's class, with log(p) = x − max x − log Σ e^(x − max x). The two-step spelling of
    /// <see cref="CrossEntropy"/> for targets that are classes, equal to it up to rounding.
    /// </summary>
    /// <param name="classWeights">What rows of each class count; null (the default) for 1. As with <see cref="CrossEntropy"/>.</param>
    /// <returns>The loss.</returns>
    public static MulticlassLoss NegativeLogLikelihood(ClassWeights? classWeights = null) =>
        new NegativeLogLikelihoodLoss(classWeights, classWeights is null ? "nll" : CatalogText.Of("nll", ("class-weights", classWeights.ToString())));

    private sealed class NegativeLogLikelihoodLoss(ClassWeights? classWeights, string name) : MulticlassLoss(name, Link.Softmax, acceptsClassProbabilities: false)
    {
        public override LossDescription Description => new()
        {
            Formula = "−w·log p with p the probability of the row's class by log-softmax, and w the weight of that class",
            Symbols = new Dictionary<string, string> { ["class-weights"] = "w" },
            MinimisedBy = classWeights is null ? "class shares" : "class shares times their weights, scaled to sum to 1",
            UseWhen = "As cross-entropy, to compare with programs that spell it in two steps.",
            AvoidWhen = "Labels are class probabilities, or are to be smoothed: take cross-entropy.",
            Source = "Bishop, Pattern Recognition and Machine Learning, 2006, section 4.3.4",
            CSharp = LossDescription.Call(nameof(MulticlassLoss), nameof(NegativeLogLikelihood), ("classWeights", LossDescription.Of(classWeights))),
        };

        public override bool GivesProbabilities => classWeights is null;

        internal override int? ClassCount => classWeights?.Count;

        internal override MulticlassLoss FittedTo(IReadOnlyList<double> classTotals) =>
            classWeights is null ? this : new NegativeLogLikelihoodLoss(classWeights.FittedTo(classTotals), Name);

        private protected override torch.Tensor Formula(torch.Tensor outputs, torch.Tensor targets, torch.Tensor? weights) =>
            torch.nn.functional.nll_loss(outputs.log_softmax(1), targets, classWeights?.Like(outputs), reduction: torch.nn.Reduction.None);
    }
}
