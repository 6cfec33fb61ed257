using System.Diagnostics;
using MLNet.LossExperiments.Models;
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
        Activation.LeakyReLU => torch.nn.functional.leaky_relu(x, LeakySlope),
        Activation.ELU => torch.nn.functional.elu(x, 1),
        Activation.SELU => torch.nn.functional.selu(x),
        Activation.GELU => torch.nn.functional.gelu(x),
        Activation.SiLU => torch.nn.functional.silu(x),
        Activation.Mish => torch.nn.functional.mish(x),
        Activation.Tanh => x.tanh(),
        Activation.Sigmoid => x.sigmoid(),
        Activation.Softplus => torch.nn.functional.softplus(x),
        _ => throw new UnreachableException(),
    };

    /// <summary>The gradient with respect to <paramref name="x"/>, given that with respect to <paramref name="y"/> = f(<paramref name="x"/>).</summary>
    public static torch.Tensor Backward(Activation activation, torch.Tensor x, torch.Tensor y, torch.Tensor gradient) => activation switch
    {
        Activation.ReLU => gradient.masked_fill(x.le(0), 0),
        Activation.LeakyReLU => torch.where(x.gt(0), gradient, gradient * LeakySlope),
        Activation.ELU => torch.where(x.gt(0), gradient, gradient * (y + 1)),
        Activation.SELU => torch.where(x.gt(0), gradient * SeluScale, gradient * (y + SeluAlpha * SeluScale)),
        Activation.GELU => gradient * GeluSlope(x),
        Activation.SiLU => gradient * SiluSlope(x),
        Activation.Mish => gradient * MishSlope(x),
        Activation.Tanh => gradient * (1 - y.square()),
        Activation.Sigmoid => gradient * (y * (1 - y)),
        Activation.Softplus => gradient * x.sigmoid(),
        _ => throw new UnreachableException(),
    };

    // Φ(x) + x·φ(x).
    private static torch.Tensor GeluSlope(torch.Tensor x) =>
        ((x * Math.Sqrt(0.5)).erf() + 1) * 0.5 + x * (x.square() * -0.5).exp() * (1 / Math.Sqrt(2 * Math.PI));

    // σ(x)·(1 + x·(1 − σ(x))).
    private static torch.Tensor SiluSlope(torch.Tensor x)
    {
        torch.Tensor sigmoid = x.sigmoid();
        return sigmoid * (x * (1 - sigmoid) + 1);
    }

    // t + x·σ(x)·(1 − t²) with t = tanh(softplus(x)).
    private static torch.Tensor MishSlope(torch.Tensor x)
    {
        torch.Tensor t = torch.nn.functional.softplus(x).tanh();
        return t + x * x.sigmoid() * (1 - t.square());
    }
}
