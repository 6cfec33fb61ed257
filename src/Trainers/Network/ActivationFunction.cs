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

    /// <summary>f(<paramref name="x"/>). May overwrite <paramref name="x"/>.</summary>
    public static torch.Tensor Apply(Activation activation, torch.Tensor x) => activation switch
    {
        // In place, as all that it needs later is the result: large tensors that come and go cost more than the arithmetic.
        Activation.ReLU => x.relu_(),
        Activation.LeakyReLU => torch.maximum(x, x.Times(LeakySlope)),
        Activation.ELU => x.relu().Plus(x.AtMost(0).expm1_()),
        Activation.SELU => torch.nn.functional.selu(x),
        Activation.GELU => torch.nn.functional.gelu(x),
        Activation.SiLU => torch.nn.functional.silu(x),
        Activation.Mish => x * x.SoftPlus().tanh(),
        Activation.Tanh => x.tanh(),
        Activation.Sigmoid => x.sigmoid(),
        Activation.Softplus => x.SoftPlus(),
        _ => throw new UnreachableException(),
    };

    /// <summary>The gradient with respect to <paramref name="x"/>, given that with respect to <paramref name="y"/> = f(<paramref name="x"/>). May overwrite all of them.</summary>
    public static torch.Tensor Backward(Activation activation, torch.Tensor x, torch.Tensor y, torch.Tensor gradient) => activation switch
    {
        // Signs and bounds instead of conditions: libtorch computes with truth values several times slower.
        Activation.ReLU => gradient.mul_(y.sign_()),
        Activation.LeakyReLU => gradient * x.sign().AtLeast(0).TimesInPlace(1 - LeakySlope).PlusInPlace(LeakySlope),
        Activation.ELU => gradient * y.AtMost(0).PlusInPlace(1),
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
