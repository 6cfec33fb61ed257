using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Network;

/// <summary>PyTorch's initial weights: for a layer with n inputs, weights and biases uniform in ±1/√n; gamma 1 and beta 0.</summary>
internal static class Initialization
{
    /// <summary>Fills the parameters [1, parameters] of one member.</summary>
    public static void Fill(NetworkShape shape, torch.Tensor parameters, torch.Generator generator)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        torch.Tensor drawn = torch.empty([1, shape.ParameterCount], torch.float32);
        var views = new ParameterViews(shape, drawn);
        views.Gamma?.FillInPlace(1);
        views.Beta?.FillInPlace(0);
        foreach ((torch.Tensor weights, torch.Tensor bias) in views.Layers)
        {
            double bound = 1 / Math.Sqrt(weights.size(1));
            weights.uniform_(-bound, bound, generator);
            bias.uniform_(-bound, bound, generator);
        }
        parameters.copy_(drawn);
    }
}
