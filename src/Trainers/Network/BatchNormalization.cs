using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Network;

/// <summary>
/// Batch normalisation of the inputs (Ioffe and Szegedy 2015) with PyTorch's settings: in training by the batch's own mean and (biased) variance, in evaluation
/// by running ones, which follow the batches' means and unbiased variances with momentum 0.1. All per member and feature, [members, 1, features].
/// </summary>
internal sealed class BatchNormalization
{
    public const double Epsilon = 1e-5;
    public const double Momentum = 0.1;

    private readonly torch.Tensor _runningMean;
    private readonly torch.Tensor _runningVariance;

    /// <param name="buffers">The running statistics, [members, 2 · features]: means, then variances.</param>
    /// <param name="features">The number of features.</param>
    public BatchNormalization(torch.Tensor buffers, int features)
    {
        _runningMean = buffers.narrow(1, 0, features).unsqueeze(1);
        _runningVariance = buffers.narrow(1, features, features).unsqueeze(1);
    }

    public void Reset()
    {
        _runningMean.FillInPlace(0);
        _runningVariance.FillInPlace(1);
    }

    /// <summary>Normalises a batch by its own statistics and lets the running ones follow. At least two rows.</summary>
    public torch.Tensor NormalizeBatch(torch.Tensor x)
    {
        long rows = x.size(1);
        torch.Tensor mean = x.mean([1], keepdim: true);
        torch.Tensor centered = x - mean;
        torch.Tensor variance = centered.Squared().mean([1], keepdim: true);
        _runningMean.TimesInPlace(1 - Momentum).PlusInPlace(mean, Momentum);
        _runningVariance.TimesInPlace(1 - Momentum).PlusInPlace(variance, Momentum * rows / (rows - 1));
        return centered.mul_(variance.Plus(Epsilon).rsqrt_());
    }

    public torch.Tensor NormalizeByRunning(torch.Tensor x) => (x - _runningMean).mul_(_runningVariance.Plus(Epsilon).rsqrt_());
}
