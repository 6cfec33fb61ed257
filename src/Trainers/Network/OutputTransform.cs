using System.Diagnostics;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Network;

/// <summary>What happens to the outputs of the last layer before the loss sees them: shift + scale · output, then the range. Differentiated automatically together with the loss.</summary>
internal sealed record OutputTransform(OutputRange Range, double Shift = 0, double Scale = 1)
{
    /// <summary>By what the loss is divided for its gradient: a squared error then has the gradient that it would have if the label had been standardised instead of the output being scaled.</summary>
    public double LossUnit => Scale * Scale;

    public torch.Tensor Apply(torch.Tensor outputs)
    {
        torch.Tensor scaled = Shift == 0 && Scale == 1 ? outputs : outputs.Times(Scale).Plus(Shift);
        return Range.Function switch
        {
            OutputFunction.Identity => scaled,
            OutputFunction.Tanh => scaled.tanh(),
            OutputFunction.Sigmoid => scaled.sigmoid(),
            OutputFunction.Softplus => scaled.SoftPlus(),
            OutputFunction.Scaled => scaled.sigmoid().Times(Range.Maximum - Range.Minimum).Plus(Range.Minimum),
            _ => throw new UnreachableException(),
        };
    }
}
