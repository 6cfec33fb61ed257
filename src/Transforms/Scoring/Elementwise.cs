using System.Diagnostics;
using System.Numerics.Tensors;
using System.Runtime.Intrinsics;
using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Scoring;

/// <summary>Scales features, and applies activations and output ranges in place to padded rows, whose length is a multiple of <see cref="PackedLayer.Lanes"/>.</summary>
internal static unsafe class Elementwise
{
    public static void Apply(Activation activation, Span<float> values)
    {
        if (activation == Activation.ReLU)
        {
            // Not by way of doubles: it is by far the commonest and needs no precision.
            for (int i = 0; i < values.Length; i += PackedLayer.Lanes)
                Vector256.Max(Vector256.Create<float>(values[i..]), Vector256<float>.Zero).CopyTo(values[i..]);
            return;
        }
        Apply(FunctionOf(activation), values);
    }

    /// <summary>Scales features, [rows, features], into <paramref name="scaled"/>.</summary>
    public static ReadOnlySpan<float> Apply(InputScaler scaler, ReadOnlySpan<float> features, Span<float> scaled)
    {
        for (int start = 0; start < features.Length; start += scaler.FeatureCount)
        {
            Span<float> row = scaled.Slice(start, scaler.FeatureCount);
            TensorPrimitives.Subtract(features.Slice(start, scaler.FeatureCount), scaler.Offsets, row);
            TensorPrimitives.Multiply(row, scaler.Factors, row);
        }
        return scaled;
    }

    public static void Apply(OutputRange range, Span<float> values)
    {
        switch (range.Function)
        {
            case OutputFunction.Identity:
                break;
            case OutputFunction.Tanh:
                Apply(&VectorFunctions.Tanh, values);
                break;
            case OutputFunction.Sigmoid:
                Apply(&VectorFunctions.Sigmoid, values);
                break;
            case OutputFunction.Softplus:
                Apply(&VectorFunctions.Softplus, values);
                break;
            case OutputFunction.Scaled:
                Apply(&VectorFunctions.Sigmoid, values);
                // Where the width is rounded up, the top of the range would lie above its upper end.
                for (int i = 0; i < values.Length; i += PackedLayer.Lanes)
                    Vector256.Min(Vector256.Create<float>(values[i..]) * (range.Maximum - range.Minimum) + Vector256.Create(range.Minimum), Vector256.Create(range.Maximum)).CopyTo(values[i..]);
                break;
            default:
                throw new UnreachableException();
        }
    }

    private static delegate*<Vector256<double>, Vector256<double>> FunctionOf(Activation activation) => activation switch
    {
        Activation.LeakyReLU => &VectorFunctions.LeakyReLU,
        Activation.ELU => &VectorFunctions.ELU,
        Activation.SELU => &VectorFunctions.SELU,
        Activation.GELU => &VectorFunctions.GELU,
        Activation.SiLU => &VectorFunctions.SiLU,
        Activation.Mish => &VectorFunctions.Mish,
        Activation.Tanh => &VectorFunctions.Tanh,
        Activation.Sigmoid => &VectorFunctions.Sigmoid,
        Activation.Softplus => &VectorFunctions.Softplus,
        _ => throw new UnreachableException(),
    };

    private static void Apply(delegate*<Vector256<double>, Vector256<double>> function, Span<float> values)
    {
        for (int i = 0; i < values.Length; i += PackedLayer.Lanes)
        {
            (Vector256<double> low, Vector256<double> high) = Vector256.Widen(Vector256.Create<float>(values[i..]));
            Vector256.Narrow(function(low), function(high)).CopyTo(values[i..]);
        }
    }
}
