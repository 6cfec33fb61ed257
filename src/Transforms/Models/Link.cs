namespace MLNet.LossExperiments.Models;

/// <summary>Turns the outputs of a network into predictions. The loss that a network was trained with determines it; a model stores it, so that scoring never needs the loss.</summary>
public enum Link
{
    /// <summary>The prediction is the output.</summary>
    Identity = 0,

    /// <summary>The prediction is the probability 1 / (1 + e⁻ˣ) of the positive class.</summary>
    Logistic = 1,

    /// <summary>The predictions are the probabilities of the classes, eˣⁱ / Σⱼ eˣʲ.</summary>
    Softmax = 2,

    /// <summary>The prediction is eˣ, positive by construction.</summary>
    Exponential = 3,

    /// <summary>Each target has two outputs, the mean μ and the logarithm s of the variance: the prediction is μ, its variance eˢ.</summary>
    MeanAndLogVariance = 4,

    /// <summary>Each target has two outputs, the median m and the logarithm b of the scale of a Laplace distribution: the prediction is m, its variance 2·e²ᵇ.</summary>
    MedianAndLogScale = 5,

    /// <summary>Each target has an output for each quantile; sorted they are the quantiles, which so never cross, and the one whose level is nearest 0.5 is the prediction.</summary>
    Quantiles = 6,

    /// <summary>There is one output less than classes: xⱼ is the log-odds that an ordered class is above the j-th, given that it is not below it. The predictions are the probabilities of the classes.</summary>
    Ordinal = 7,
}
