using TorchSharp;

namespace MLNet.LossExperiments.Network;

/// <summary>
/// The way of a batch through the networks of a cohort and back. Backpropagation is written out: only the loss on the outputs is differentiated automatically. There are two: one for networks so small that
/// calling libtorch would cost more than computing, and one for all others.
/// </summary>
internal abstract class TrainingPass
{
    // Up to about here one core does a whole step before libtorch has shared it out among several.
    private const long MostProductsOfSimd = 1_000_000;

    /// <param name="network">The networks; the pass fills their gradients.</param>
    /// <param name="dropout">The probability that a hidden unit is dropped.</param>
    /// <param name="randoms">The randomness of each member.</param>
    /// <param name="batchSize">The most rows of a batch.</param>
    /// <param name="mostCores">The most cores that managed code may use.</param>
    public static TrainingPass Create(CohortNetwork network, double dropout, IReadOnlyList<MemberRandom> randoms, int batchSize, int mostCores) =>
        IsForSimd(network.Shape, network.Parameters.device, batchSize)
            ? new SimdPass(network, dropout, [.. randoms.Select(random => random.Masks)], batchSize, mostCores)
            : new LibTorchPass(network, new DropoutMasks(dropout, [.. randoms.Select(random => random.Dropout)]), batchSize);

    /// <summary>Whether a network is so small; depends on nothing but itself, so that a member learns the same in every cohort.</summary>
    public static bool IsForSimd(NetworkShape shape, torch.Device device, int batchSize) =>
        device.type == DeviceType.CPU && shape.Layers.Sum(layer => (long)layer.Inputs * layer.Outputs) * 3 * batchSize <= MostProductsOfSimd;

    /// <summary>The outputs [members, rows, outputs], before the output range, for a batch.</summary>
    /// <param name="features">[members, all rows, features], contiguous.</param>
    /// <param name="start">The first row of the batch.</param>
    /// <param name="count">The number of its rows.</param>
    public abstract torch.Tensor Forward(torch.Tensor features, long start, long count);

    /// <summary>Fills the gradients, given the gradient with respect to the outputs of the last <see cref="Forward"/>.</summary>
    /// <param name="outputGradient">[members, rows, outputs]; may be overwritten.</param>
    /// <param name="factor">What the gradient is multiplied by first.</param>
    public abstract void Backward(torch.Tensor outputGradient, float factor);
}
