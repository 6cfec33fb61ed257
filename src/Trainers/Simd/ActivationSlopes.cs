using System.Diagnostics;
using System.Runtime.Intrinsics;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Scoring;

namespace MLNet.LossExperiments.Simd;

/// <summary>The derivatives of the activations on vector registers; the activations themselves are those of scoring. On tensors both are in Network/ActivationFunction.cs.</summary>
internal static unsafe class ActivationSlopes
{
    private static readonly Vector256<double> One = Vector256<double>.One;

    /// <summary>Multiplies gradients by f'(<paramref name="x"/>).</summary>
    /// <param name="activation">f.</param>
    /// <param name="x">What f was applied to.</param>
    /// <param name="gradients">Changed in place.</param>
    /// <param name="count">How many; a multiple of <see cref="Panel.Lanes"/>.</param>
    public static void Multiply(Activation activation, float* x, float* gradients, int count)
    {
        switch (activation)
        {
            // Not by way of doubles: a comparison needs no precision.
            case Activation.ReLU:
                MultiplyPiecewise(x, gradients, count, 0);
                break;
            case Activation.LeakyReLU:
                MultiplyPiecewise(x, gradients, count, 0.01f);
                break;
            default:
                Multiply(SlopeOf(activation), x, gradients, count);
                break;
        }
    }

    private static void MultiplyPiecewise(float* x, float* gradients, int count, float negativeSlope)
    {
        Vector256<float> slope = Vector256.Create(negativeSlope);
        for (int i = 0; i < count; i += Vector256<float>.Count)
        {
            Vector256<float> gradient = Vector256.Load(gradients + i);
            Vector256.ConditionalSelect(Vector256.GreaterThan(Vector256.Load(x + i), Vector256<float>.Zero), gradient, gradient * slope).Store(gradients + i);
        }
    }

    private static void Multiply(delegate*<Vector256<double>, Vector256<double>> slope, float* x, float* gradients, int count)
    {
        for (int i = 0; i < count; i += Vector256<float>.Count)
        {
            (Vector256<double> low, Vector256<double> high) = Vector256.Widen(Vector256.Load(x + i));
            (Vector256.Load(gradients + i) * Vector256.Narrow(slope(low), slope(high))).Store(gradients + i);
        }
    }

    private static delegate*<Vector256<double>, Vector256<double>> SlopeOf(Activation activation) => activation switch
    {
        Activation.ELU => &ELU,
        Activation.SELU => &SELU,
        Activation.GELU => &GELU,
        Activation.SiLU => &SiLU,
        Activation.Mish => &Mish,
        Activation.Tanh => &Tanh,
        Activation.Sigmoid => &Sigmoid,
        Activation.Softplus => &VectorFunctions.Sigmoid,
        _ => throw new UnreachableException(),
    };

    private static Vector256<double> ELU(Vector256<double> x) => Vector256.ConditionalSelect(Vector256.GreaterThan(x, Vector256<double>.Zero), One, Vector256.Exp(x));

    private static Vector256<double> SELU(Vector256<double> x) =>
        Vector256.ConditionalSelect(Vector256.GreaterThan(x, Vector256<double>.Zero), One, Vector256.Exp(x) * 1.6732632423543772) * 1.0507009873554805;

    // Φ(x) + x·φ(x); Φ(x) is GELU(x)/x, but for 0.
    private static Vector256<double> GELU(Vector256<double> x)
    {
        Vector256<double> cumulative = Vector256.ConditionalSelect(Vector256.Equals(x, Vector256<double>.Zero), Vector256.Create(0.5), VectorFunctions.GELU(x) / x);
        return cumulative + x * Vector256.Exp(x * x * -0.5) * (1 / Math.Sqrt(2 * Math.PI));
    }

    // σ(x)·(1 + x·(1 − σ(x))).
    private static Vector256<double> SiLU(Vector256<double> x)
    {
        Vector256<double> sigmoid = VectorFunctions.Sigmoid(x);
        return sigmoid * (One + x * (One - sigmoid));
    }

    // t + x·σ(x)·(1 − t²) with t = tanh(softplus(x)).
    private static Vector256<double> Mish(Vector256<double> x)
    {
        Vector256<double> t = VectorFunctions.Tanh(VectorFunctions.Softplus(x));
        return t + x * VectorFunctions.Sigmoid(x) * (One - t * t);
    }

    private static Vector256<double> Tanh(Vector256<double> x)
    {
        Vector256<double> t = VectorFunctions.Tanh(x);
        return One - t * t;
    }

    private static Vector256<double> Sigmoid(Vector256<double> x)
    {
        Vector256<double> sigmoid = VectorFunctions.Sigmoid(x);
        return sigmoid * (One - sigmoid);
    }
}
