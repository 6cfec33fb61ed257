using System.Diagnostics;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Network;

/// <summary>The activations and their derivatives on tensors of any shape. Scoring has the same functions on vector registers (Scoring/VectorFunctions.cs).</summary>
internal static class ActivationFunction
{
    private const double LeakySlope = 0.01;
    private const double SeluAlpha = 1.6732632423543772;
    private const double SeluScale = 1.0507009873554805;

    public static torch.Tensor Apply(Activation activation, torch.Tensor x) => activation switch
    {
        Activation.ReLU => x.relu(),
        Activation.LeakyReLU => torch.where(x.IsAbove(0), x, x.Times(LeakySlope)),
        Activation.ELU => torch.where(x.IsAbove(0), x, x.expm1()),
        Activation.SELU => torch.nn.functional.selu(x),
        Activation.GELU => torch.nn.functional.gelu(x),
        Activation.SiLU => torch.nn.functional.silu(x),
        Activation.Mish => x * x.SoftPlus().tanh(),
        Activation.Tanh => x.tanh(),
        Activation.Sigmoid => x.sigmoid(),
        Activation.Softplus => x.SoftPlus(),
        _ => throw new UnreachableException(),
    };

    /// <summary>The gradient with respect to <paramref name="x"/>, given that with respect to <paramref name="y"/> = f(<paramref name="x"/>).</summary>
    public static torch.Tensor Backward(Activation activation, torch.Tensor x, torch.Tensor y, torch.Tensor gradient) => activation switch
    {
        Activation.ReLU => gradient * x.IsAbove(0),
        Activation.LeakyReLU => torch.where(x.IsAbove(0), gradient, gradient.Times(LeakySlope)),
        Activation.ELU => torch.where(x.IsAbove(0), gradient, gradient * y.Plus(1)),
        Activation.SELU => torch.where(x.IsAbove(0), gradient.Times(SeluScale), gradient * y.Plus(SeluAlpha * SeluScale)),
        Activation.GELU => gradient * GeluSlope(x),
        Activation.SiLU => gradient * SiluSlope(x),
        Activation.Mish => gradient * MishSlope(x),
        Activation.Tanh => gradient * y.Squared().SubtractedFrom(1),
        Activation.Sigmoid => gradient * (y * y.SubtractedFrom(1)),
        Activation.Softplus => gradient * x.sigmoid(),
        _ => throw new UnreachableException(),
    };

    // Φ(x) + x·φ(x).
    private static torch.Tensor GeluSlope(torch.Tensor x) =>
        x.Times(Math.Sqrt(0.5)).erf_().PlusInPlace(1).TimesInPlace(0.5).PlusInPlace(x * x.Squared().TimesInPlace(-0.5).exp_(), 1 / Math.Sqrt(2 * Math.PI));

    // σ(x)·(1 + x·(1 − σ(x))).
    private static torch.Tensor SiluSlope(torch.Tensor x)
    {
        torch.Tensor sigmoid = x.sigmoid();
        return sigmoid * (x * sigmoid.SubtractedFrom(1)).PlusInPlace(1);
    }

    // t + x·σ(x)·(1 − t²) with t = tanh(softplus(x)).
    private static torch.Tensor MishSlope(torch.Tensor x)
    {
        torch.Tensor t = x.SoftPlus().tanh();
        return t.Plus(x * x.sigmoid() * t.Squared().SubtractedFrom(1));
    }
}
