using TorchSharp;

namespace MLNet.LossExperiments.Optimizers;

/// <summary>A rule that looks at the gradient once a step.</summary>
internal abstract class FirstOrderRule : UpdateRule
{
    public sealed override void Step(torch.Tensor parameters, torch.Tensor gradients, torch.Tensor learningRate, Func<torch.Tensor> evaluate)
    {
        evaluate();
        Update(parameters, gradients, learningRate);
    }

    /// <summary>Moves the parameters. May overwrite the gradients.</summary>
    protected abstract void Update(torch.Tensor parameters, torch.Tensor gradients, torch.Tensor learningRate);
}
