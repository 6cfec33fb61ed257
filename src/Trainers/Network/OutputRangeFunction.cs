using System.Diagnostics;
using MLNet.LossExperiments.Models;
using TorchSharp;

namespace MLNet.LossExperiments.Network;

/// <summary>The output ranges on tensors. Differentiated automatically together with the loss.</summary>
internal static class OutputRangeFunction
{
    public static torch.Tensor Apply(OutputRange range, torch.Tensor outputs) => range.Function switch
    {
        OutputFunction.Identity => outputs,
        OutputFunction.Tanh => outputs.tanh(),
        OutputFunction.Sigmoid => outputs.sigmoid(),
        OutputFunction.Softplus => torch.nn.functional.softplus(outputs),
        OutputFunction.Scaled => outputs.sigmoid() * (range.Maximum - range.Minimum) + range.Minimum,
        _ => throw new UnreachableException(),
    };
}
