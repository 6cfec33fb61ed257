using TorchSharp;

namespace MLNet.LossExperiments.Native;

/// <summary>Lets tensors of this thread have gradients until it is disposed, even inside a caller's <c>torch.no_grad()</c> or <c>torch.inference_mode()</c>.</summary>
internal sealed class GradientMode : IDisposable
{
    private readonly IDisposable _inference = torch.inference_mode(false);
    private readonly IDisposable _gradients = torch.enable_grad();

    private GradientMode()
    {
    }

    public static GradientMode On() => new();

    public void Dispose()
    {
        _gradients.Dispose();
        _inference.Dispose();
    }
}
