using MLNet.LossExperiments.Catalogs;

namespace MLNet.LossExperiments.Losses;

/// <summary>All losses by name, for each task. A new loss is one file, one line here, one test.</summary>
public static class LossCatalog
{
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
