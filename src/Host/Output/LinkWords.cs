using System.Diagnostics;
using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Host.Output;

/// <summary>Says how outputs become predictions.</summary>
internal static class LinkWords
{
    public static string Of(Link link) => link switch
    {
        Link.Identity => "identity: the output is the prediction",
        Link.Logistic => "logistic: the probability is 1/(1 + e⁻ˣ)",
        Link.Softmax => "softmax: the probabilities are eˣⁱ/Σⱼ eˣʲ",
        Link.Exponential => "exponential: the prediction is eˣ, so it is positive",
        Link.MeanAndLogVariance => "mean and log variance: the prediction is the first output, its variance e to the second",
        Link.MedianAndLogScale => "median and log scale: the prediction is the first output, the scale of its Laplace distribution e to the second",
        Link.Quantiles => "quantiles: the outputs, sorted; the one whose level is nearest 0.5 is the prediction",
        Link.Ordinal => "ordinal: an output is the log-odds of being above a class, given that one is not below it",
        _ => throw new UnreachableException(),
    };
}
