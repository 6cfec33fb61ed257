using MLNet.LossExperiments.Catalogs;

namespace MLNet.LossExperiments.Losses;

/// <summary>All losses by name, for each task. A new loss is one file, one line here, one test.</summary>
public static class LossCatalog
{
    private const string Balanced = "balanced";

    /// <summary>The losses for regression.</summary>
    public static Catalog<RegressionLoss> Regression { get; } = new("regression loss",
    [
        new("mse", "mean squared error", RegressionLoss.MeanSquaredError),
        new("mae", "mean absolute error", RegressionLoss.MeanAbsoluteError),
        new("huber", "Huber's loss: squares of small errors, lines for large",
            [CatalogParameter.Number("delta", 1, RegressionLoss.Scales, "the error from which on a line replaces the square, in units of the label.")],
            values => RegressionLoss.Huber(values.Number("delta"))),
        new("smooth-l1", "smooth absolute error: Huber's loss divided by beta",
            [CatalogParameter.Number("beta", 1, RegressionLoss.Scales, "the error from which on a line replaces the square, in units of the label.")],
            values => RegressionLoss.SmoothL1(values.Number("beta"))),
        new("log-cosh", "logarithm of the hyperbolic cosine", RegressionLoss.LogCosh),
        new("quantile", "pinball loss, for one quantile",
            [CatalogParameter.Number("tau", 0.5, NumberRange.OpenShare, "the level of the quantile.")],
            values => RegressionLoss.Quantile(values.Number("tau"))),
        new("quantiles", "pinball losses, for several quantiles that do not cross",
            [CatalogParameter.Numbers("levels", RegressionLoss.DefaultLevels, NumberRange.OpenShare, "the levels of the quantiles, ascending.")],
            values => RegressionLoss.Quantiles(values.Numbers("levels"))),
        new("expectile", "asymmetric squared error",
            [CatalogParameter.Number("tau", 0.5, NumberRange.OpenShare, "the weight of targets above the prediction.")],
            values => RegressionLoss.Expectile(values.Number("tau"))),
        new("epsilon-insensitive", "absolute error beyond a tolerance",
            [CatalogParameter.Number("epsilon", 0.1, NumberRange.NonNegative, "the error that costs nothing, in units of the label.")],
            values => RegressionLoss.EpsilonInsensitive(values.Number("epsilon"))),
        new("mape", "mean absolute percentage error", RegressionLoss.MeanAbsolutePercentageError),
        new("smape", "symmetric mean absolute percentage error", RegressionLoss.SymmetricMeanAbsolutePercentageError),
        new("msle", "mean squared logarithmic error", RegressionLoss.MeanSquaredLogarithmicError),
        new("poisson", "Poisson negative log-likelihood, for counts", RegressionLoss.Poisson),
        new("gamma", "gamma negative log-likelihood, for positive labels", RegressionLoss.Gamma),
        new("tweedie", "Tweedie negative log-likelihood, for positive labels and zeros",
            [CatalogParameter.Number("power", 1.5, RegressionLoss.TweediePowers, "the power of the mean that variances grow as.")],
            values => RegressionLoss.Tweedie(values.Number("power"))),
        new("cauchy", "Cauchy negative log-likelihood, for gross errors",
            [CatalogParameter.Number("scale", 1, RegressionLoss.Scales, "the error that pulls hardest, in units of the label.")],
            values => RegressionLoss.Cauchy(values.Number("scale"))),
        new("student-t", "Student's t negative log-likelihood, for outliers",
            [CatalogParameter.Number("nu", 3, RegressionLoss.DegreesOfFreedom, "the degrees of freedom."),
                CatalogParameter.Number("scale", 1, RegressionLoss.Scales, "the scale of the errors, in units of the label.")],
            values => RegressionLoss.StudentT(values.Number("nu"), values.Number("scale"))),
        new("gaussian-nll", "normal negative log-likelihood, for mean and variance", RegressionLoss.GaussianNegativeLogLikelihood),
        new("laplace-nll", "Laplace negative log-likelihood, for median and scale", RegressionLoss.LaplaceNegativeLogLikelihood),
        new("beta-nll", "normal negative log-likelihood weighed by the variance",
            [CatalogParameter.Number("beta", 0.5, NumberRange.ClosedShare, "the power of the variance: 0 is the likelihood, 1 teaches the mean as squared error does.")],
            values => RegressionLoss.BetaNegativeLogLikelihood(values.Number("beta"))),
    ]);

    /// <summary>The losses for binary classification.</summary>
    public static Catalog<BinaryLoss> Binary { get; } = new("binary classification loss",
    [
        new("bce-logits", "binary cross-entropy on logits",
            [CatalogParameter.Number("positive-weight", 1, NumberRange.Positive, "what rows of the positive class count."), LabelSmoothing],
            values => BinaryLoss.CrossEntropyOnLogits(values.Number("positive-weight"), values.Number("label-smoothing"))),
        new("bce-probabilities", "binary cross-entropy on probabilities", BinaryLoss.CrossEntropyOnProbabilities),
        new("focal", "cross-entropy in which easy rows count less",
            [Gamma, CatalogParameter.Number("alpha", 0.25, NumberRange.OpenShare, "the weight of positive rows; negative rows have the rest.")],
            values => BinaryLoss.Focal(values.Number("gamma"), values.Number("alpha"))),
        new("hinge", "hinge of the margin", BinaryLoss.Hinge),
        new("squared-hinge", "squared hinge of the margin", BinaryLoss.SquaredHinge),
        new("smoothed-hinge", "hinge with a rounded corner",
            [CatalogParameter.Number("smoothing", 1, BinaryLoss.SmoothedHingeRange, "how wide the rounded corner is.")],
            values => BinaryLoss.SmoothedHinge(values.Number("smoothing"))),
        new("exponential", "exponential of the margin, AdaBoost's loss", BinaryLoss.Exponential),
        new("brier", "squared error of the probability", BinaryLoss.Brier),
        new("asymmetric", "focal loss that forgives negative rows more",
            [
                CatalogParameter.Number("gamma-positive", 1, NumberRange.NonNegative, "how much less easy positive rows count."),
                CatalogParameter.Number("gamma-negative", 4, NumberRange.NonNegative, "how much less easy negative rows count."),
                CatalogParameter.Number("margin", 0.05, BinaryLoss.MarginRange, "the probability up to which a negative row costs nothing."),
            ],
            values => BinaryLoss.Asymmetric(values.Number("gamma-positive"), values.Number("gamma-negative"), values.Number("margin"))),
        new("gce", "generalised cross-entropy, for wrong labels", [Exponent], values => BinaryLoss.GeneralisedCrossEntropy(values.Number("q"))),
        new("tversky", "soft F measure of the batch",
            [
                CatalogParameter.Number("alpha", 0.5, NumberRange.Positive, "what a false positive costs."),
                CatalogParameter.Number("beta", 0.5, NumberRange.Positive, "what a false negative costs."), Smooth,
            ],
            values => BinaryLoss.Tversky(values.Number("alpha"), values.Number("beta"), values.Number("smooth"))),
        new("dice", "soft F1 score of the batch", [Smooth], values => BinaryLoss.Dice(values.Number("smooth"))),
        new("auc", "order of the scores of all pairs in the batch",
            [CatalogParameter.Word("surrogate", ["logistic", "squared-hinge"], "what stands in for counting pairs in the wrong order.")],
            values => BinaryLoss.AreaUnderCurve(values.Word("surrogate") == "logistic" ? PairSurrogate.Logistic : PairSurrogate.SquaredHinge)),
    ]);

    /// <summary>The losses for multiclass classification.</summary>
    public static Catalog<MulticlassLoss> Multiclass { get; } = new("multiclass classification loss",
    [
        new("cross-entropy", "cross-entropy", [ClassWeightsOf, LabelSmoothing], values => MulticlassLoss.CrossEntropy(ReadWeights(values), values.Number("label-smoothing"))),
        new("nll", "negative log-likelihood after log-softmax", [ClassWeightsOf], values => MulticlassLoss.NegativeLogLikelihood(ReadWeights(values))),
        new("focal", "cross-entropy in which easy rows count less", [Gamma], values => MulticlassLoss.Focal(values.Number("gamma"))),
        new("multi-margin", "hinges of the lead over each other class",
            [
                CatalogParameter.Number("margin", 1, NumberRange.Positive, "by how much the target's class is to lead."),
                CatalogParameter.Integer("power", 1, 1, "1 or 2: the power of what is missing."),
            ],
            values => MulticlassLoss.MultiMargin(values.Number("margin"), values.Integer("power"))),
        new("gce", "generalised cross-entropy, for wrong labels", [Exponent], values => MulticlassLoss.GeneralisedCrossEntropy(values.Number("q"))),
        new("sce", "symmetric cross-entropy, for wrong labels",
            [
                CatalogParameter.Number("alpha", 0.1, NumberRange.Positive, "the weight of cross-entropy."),
                CatalogParameter.Number("beta", 1, NumberRange.NonNegative, "the weight of the reverse cross-entropy."),
            ],
            values => MulticlassLoss.SymmetricCrossEntropy(values.Number("alpha"), values.Number("beta"))),
        new("poly-1", "cross-entropy with another first term",
            [CatalogParameter.Number("epsilon", 1, MulticlassLoss.PolyRange, "what is added to the first term.")],
            values => MulticlassLoss.Poly1(values.Number("epsilon"))),
        new("brier", "squared error of the probabilities", MulticlassLoss.Brier),
        new("ordinal", "conditional cross-entropies of ordered classes (CORN)", MulticlassLoss.Ordinal),
    ]);

    private static CatalogParameter LabelSmoothing => CatalogParameter.Number("label-smoothing", 0, BinaryLoss.SmoothingRange, "the share of the target that is spread over all classes.");

    private static CatalogParameter ClassWeightsOf =>
        CatalogParameter.WordOrNumbers("class-weights", [MulticlassLoss.NoWeights, Balanced], NumberRange.NonNegative, "what rows of each class count.");

    private static CatalogParameter Gamma => CatalogParameter.Number("gamma", 2, NumberRange.NonNegative, "how much less easy rows count.");

    private static CatalogParameter Exponent => CatalogParameter.Number("q", 0.7, BinaryLoss.Exponents, "near 0 for cross-entropy, 1 for absolute error.");

    private static CatalogParameter Smooth => CatalogParameter.Number("smooth", 1, NumberRange.Positive, "rows that keep batches without positive rows from mattering.");

    private static ClassWeights? ReadWeights(CatalogArguments values) => values.WordOrNumbers("class-weights") switch
    {
        (Balanced, _) => ClassWeights.Balanced,
        (_, { } numbers) => ClassWeights.Of(numbers),
        _ => null,
    };
}
