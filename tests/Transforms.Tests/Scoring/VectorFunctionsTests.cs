using System.Runtime.Intrinsics;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Scoring;

namespace MLNet.LossExperiments.Tests.Scoring;

public sealed class VectorFunctionsTests
{
    /// <summary>The activation, and the values that it takes at minus and plus infinity. NaN is 0 · ∞, which PyTorch gives in the same places.</summary>
    public static TheoryData<Activation, double, double> AtInfinity => new()
    {
        { Activation.LeakyReLU, double.NegativeInfinity, double.PositiveInfinity },
        { Activation.ELU, -1, double.PositiveInfinity },
        { Activation.SELU, -1.7580993408473766, double.PositiveInfinity },
        { Activation.GELU, double.NaN, double.PositiveInfinity },
        { Activation.SiLU, double.NaN, double.PositiveInfinity },
        { Activation.Mish, double.NaN, double.PositiveInfinity },
        { Activation.Tanh, -1, 1 },
        { Activation.Sigmoid, 0, 1 },
        { Activation.Softplus, 0, double.PositiveInfinity },
    };

    public static TheoryData<Activation> Activations => [.. Enum.GetValues<Activation>().Where(activation => activation != Activation.ReLU)];

    private static Vector256<double> Call(Activation activation, Vector256<double> x) => activation switch
    {
        Activation.LeakyReLU => VectorFunctions.LeakyReLU(x),
        Activation.ELU => VectorFunctions.ELU(x),
        Activation.SELU => VectorFunctions.SELU(x),
        Activation.GELU => VectorFunctions.GELU(x),
        Activation.SiLU => VectorFunctions.SiLU(x),
        Activation.Mish => VectorFunctions.Mish(x),
        Activation.Tanh => VectorFunctions.Tanh(x),
        Activation.Sigmoid => VectorFunctions.Sigmoid(x),
        Activation.Softplus => VectorFunctions.Softplus(x),
        _ => throw new ArgumentOutOfRangeException(nameof(activation)),
    };

    private static double Call(Activation activation, double x) => Call(activation, Vector256.Create(x))[0];

    [Theory]
    [MemberData(nameof(Activations))]
    public void Function_FromMinusFiftyToFifty_IsRightToTheDigitsOfAFloat(Activation activation)
    {
        for (int step = -50 * 128; step <= 50 * 128; step++)
        {
            double x = step / 128.0;
            double expected = ReferenceFunctions.Of(activation, x), actual = Call(activation, x);
            Assert.True(Math.Abs(actual - expected) <= 1.5e-7 * Math.Abs(expected) + 1e-15, $"{activation}({x:R}) is {expected:R}, not {actual:R}");
        }
    }

    [Theory]
    [MemberData(nameof(Activations))]
    public void Function_NearZero_LosesNoDigits(Activation activation)
    {
        for (double size = 1e-3; size > 1e-30; size /= 3)
        {
            foreach (double x in (double[])[size, -size])
            {
                double expected = ReferenceFunctions.Of(activation, x), actual = Call(activation, x);
                Assert.True(Math.Abs(actual - expected) <= 1.5e-7 * Math.Abs(expected) + 1e-15, $"{activation}({x:R}) is {expected:R}, not {actual:R}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(AtInfinity))]
    public void Function_AtInfinity_IsItsLimitOrNaNAsInPyTorch(Activation activation, double atMinus, double atPlus)
    {
        Assert.Equal(atMinus, Call(activation, double.NegativeInfinity), 1e-12);
        Assert.Equal(atPlus, Call(activation, double.PositiveInfinity), 1e-12);
    }

    [Theory]
    [MemberData(nameof(Activations))]
    public void Function_NaNInOneLane_StaysNaNAndLeavesTheOthers(Activation activation)
    {
        Vector256<double> clean = Call(activation, Vector256.Create(-1.5, 0, 2.5, 40));
        for (int lane = 0; lane < 4; lane++)
        {
            Vector256<double> mixed = Call(activation, Vector256.Create(-1.5, 0, 2.5, 40).WithElement(lane, double.NaN));
            Assert.True(double.IsNaN(mixed[lane]));
            for (int other = 0; other < 4; other++)
            {
                if (other != lane)
                    Assert.Equal(clean[other], mixed[other], 1e-13);
            }
        }
    }

    [Theory]
    [InlineData(float.NaN, float.NaN)]
    [InlineData(float.NegativeInfinity, 0)]
    [InlineData(float.PositiveInfinity, float.PositiveInfinity)]
    [InlineData(-3, 0)]
    [InlineData(3.25, 3.25)]
    public void Apply_ReLU_IsTheGreaterOfZeroAndTheValue(float value, float expected)
    {
        var values = new float[2 * PackedLayer.Lanes];
        values.AsSpan().Fill(value);
        Elementwise.Apply(Activation.ReLU, values);
        Assert.All(values, actual => Assert.Equal(expected, actual));
    }
}
