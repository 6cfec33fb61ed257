using System.Numerics.Tensors;
using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Scoring;

/// <summary>Turns outputs into predictions in place.</summary>
internal static class LinkFunction
{
    public static float Logistic(float output) => (float)(1 / (1 + Math.Exp(-(double)output)));

    public static void Apply(Link link, Span<float> row)
    {
        switch (link)
        {
            case Link.Logistic:
                foreach (ref float output in row)
                    output = Logistic(output);
                break;
            case Link.Softmax:
                // The greatest output is taken off first: e^x overflows a float from 89 on.
                TensorPrimitives.Subtract(row, TensorPrimitives.Max<float>(row), row);
                TensorPrimitives.SoftMax<float>(row, row);
                break;
            case Link.Identity:
            default:
                break;
        }
    }
}
