using MLNet.LossExperiments.Catalogs;

namespace MLNet.LossExperiments.Losses;

/// <summary>All losses by name, for each task. A new loss is one file, one line here, one test.</summary>
public static class LossCatalog
{
    /// <summary>The losses for regression.</summary>
    public static Catalog<RegressionLoss> Regression { get; } = new("regression loss",
    [
        new("mse", "mean squared error", RegressionLoss.MeanSquaredError),
    ]);

    /// <summary>The losses for binary classification.</summary>
    public static Catalog<BinaryLoss> Binary { get; } = new("binary classification loss",
    [
        new("bce-logits", "binary cross-entropy on logits", BinaryLoss.CrossEntropyOnLogits),
        new("bce-probabilities", "binary cross-entropy on probabilities", BinaryLoss.CrossEntropyOnProbabilities),
    ]);

    /// <summary>The losses for multiclass classification.</summary>
    public static Catalog<MulticlassLoss> Multiclass { get; } = new("multiclass classification loss",
    [
        new("cross-entropy", "cross-entropy", MulticlassLoss.CrossEntropy),
        new("nll", "negative log-likelihood after log-softmax", MulticlassLoss.NegativeLogLikelihood),
    ]);
}
