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
}
