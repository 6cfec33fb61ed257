using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Tests;

/// <summary>A test that uses tensors: loads libtorch as the trainers do, and frees what the test made.</summary>
public abstract class TorchTest : IDisposable
{
    private readonly DisposeScope _scope;

    protected TorchTest()
    {
        LibTorch.EnsureLoaded();
        _scope = torch.NewDisposeScope();
    }

    public void Dispose()
    {
        _scope.Dispose();
        GC.SuppressFinalize(this);
    }
}
