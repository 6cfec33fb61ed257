using MLNet.LossExperiments.Catalogs;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Losses;

public abstract partial class MulticlassLoss
{
    /// <summary>
    /// Cross-entropy, <c>cross-entropy</c>: −Σᵢ tᵢ·log(pᵢ) with p the softmax of the scores, computed as log Σ eˣ − x for the target's class. Targets are classes, or class
    /// probabilities, which sum to 1. Minimised by the class probabilities (Bishop, Pattern Recognition and Machine Learning, 2006, section 4.3.4).
    /// </summary>
    /// <param name="classWeights">What rows of each class count; null (the default) for 1. Losses are multiplied by them and averaged over rows; PyTorch divides by the sum of the weights instead. Scores are then no class probabilities any more.</param>
    /// <param name="labelSmoothing">ε: targets become (1 − ε)·t + ε/k for k classes (Szegedy et al. 2016), so that scores do not run away; probabilities are then those of the smoothed targets. At least 0 and less than 1; default 0.</param>
    /// <returns>The loss.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="labelSmoothing"/> is out of its range.</exception>
    public static MulticlassLoss CrossEntropy(ClassWeights? classWeights = null, double labelSmoothing = 0) =>
        new CrossEntropyLoss(classWeights, BinaryLoss.SmoothingRange.Require(labelSmoothing, nameof(labelSmoothing)), NameOf(classWeights, labelSmoothing));

    private static string NameOf(ClassWeights? classWeights, double labelSmoothing) => classWeights is null && labelSmoothing == 0
        ? "cross-entropy"
        : CatalogText.Of("cross-entropy", ("class-weights", classWeights?.ToString() ?? NoWeights), ("label-smoothing", labelSmoothing));

    private sealed class CrossEntropyLoss(ClassWeights? classWeights, double labelSmoothing, string name) : MulticlassLoss(name, Link.Softmax, acceptsClassProbabilities: true)
    {
        public override LossDescription Description => new()
        {
            Formula = "−Σᵢ wᵢ·tᵢ·log pᵢ with p the softmax of the scores; targets t, 1 for the row's class and 0 else, or class probabilities, become (1 − ε)·t + ε/k for k classes",
            Symbols = new Dictionary<string, string> { ["class-weights"] = "w", ["label-smoothing"] = "ε" },
            MinimisedBy = classWeights is null ? "class shares" : "class shares times their weights, scaled to sum to 1",
            UseWhen = "Probabilities are wanted: the usual loss for classes.",
            AvoidWhen = "Many labels are wrong: take gce or sce. Classes are in order: take ordinal.",
            Source = "Bishop, Pattern Recognition and Machine Learning, 2006, section 4.3.4",
            CSharp = LossDescription.Call(nameof(MulticlassLoss), nameof(CrossEntropy), ("classWeights", LossDescription.Of(classWeights)), ("labelSmoothing", labelSmoothing)),
        };

        public override bool GivesProbabilities => classWeights is null;

        internal override int? ClassCount => classWeights?.Count;

        internal override MulticlassLoss FittedTo(IReadOnlyList<double> classTotals) =>
            classWeights is null ? this : new CrossEntropyLoss(classWeights.FittedTo(classTotals), labelSmoothing, Name);

        private protected override torch.Tensor Formula(torch.Tensor outputs, torch.Tensor targets, torch.Tensor? weights)
        {
            if (classWeights is null && labelSmoothing == 0)
                return targets.dim() == 1 ? outputs.logsumexp(1) - outputs.gather(1, targets.unsqueeze(1)).squeeze(1) : (targets * outputs.log_softmax(1)).sum(1).neg();
            torch.Tensor shares = targets.dim() == 1 ? torch.nn.functional.one_hot(targets, outputs.size(1)).to_type(outputs.dtype) : targets;
            torch.Tensor smoothed = labelSmoothing == 0 ? shares : shares.Times(1 - labelSmoothing).Plus(labelSmoothing / outputs.size(1));
            torch.Tensor weighted = classWeights is null ? smoothed : smoothed * classWeights.Like(outputs);
            return (weighted * outputs.log_softmax(1)).sum(1).neg();
        }
    }
}
