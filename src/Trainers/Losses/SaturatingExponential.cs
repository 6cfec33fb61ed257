using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Losses;

/// <summary>
/// eˣ up to x = 30, where it is 10¹³, and its tangent from there on. eˣ itself is infinite in 32 bits from x = 89 on, which an untrained network may well give; the tangent, its
/// gradient and the squares of gradients that are summed for a norm stay finite, and still lead back.
/// </summary>
internal static class SaturatingExponential
{
    /// <summary>The greatest exponent for which it is exact.</summary>
    public const double GreatestExponent = 30;

    public static torch.Tensor Of(torch.Tensor exponents)
    {
        torch.Tensor exact = exponents.AtMost(GreatestExponent);
        return exact.exp() * (exponents - exact).Plus(1);
    }
}
