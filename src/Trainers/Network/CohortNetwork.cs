using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Network;

/// <summary>
/// E networks of one shape, trained at once: parameters and gradients are one flat tensor each, [E, parameters], and a layer is one batched product.
/// Its tensors live as long as the dispose scope that it was made in.
/// </summary>
internal sealed class CohortNetwork
{
    private readonly ParameterViews _parameters;
    private readonly BatchNormalization? _normalization;

    private CohortNetwork(NetworkShape shape, Activation activation, torch.Tensor parameters, torch.Tensor gradients, torch.Tensor buffers)
    {
        Shape = shape;
        Activation = activation;
        Parameters = parameters;
        Gradients = gradients;
        Buffers = buffers;
        _parameters = new ParameterViews(shape, Parameters);
        _normalization = shape.BatchNormalization ? new BatchNormalization(Buffers, shape.FeatureCount) : null;
    }

    public NetworkShape Shape { get; }

    public Activation Activation { get; }

    /// <summary>[E, parameters], in the order of <see cref="ParameterViews"/>.</summary>
    public torch.Tensor Parameters { get; }

    /// <summary>[E, parameters]; what a <see cref="TrainingPass"/> fills in.</summary>
    public torch.Tensor Gradients { get; }

    /// <summary>[E, buffers]: what is measured, not trained; the running statistics of the batch normalisation.</summary>
    public torch.Tensor Buffers { get; }

    /// <summary>New networks with initial weights, one for each source of randomness.</summary>
    public static CohortNetwork Create(NetworkShape shape, Activation activation, IReadOnlyList<MemberRandom> members, torch.Device device)
    {
        long[] size = [members.Count, shape.ParameterCount];
        torch.Tensor parameters = torch.empty(size, torch.float32, device);
        for (int member = 0; member < members.Count; member++)
            Initialization.Fill(shape, parameters.narrow(0, member, 1), members[member].Weights);
        torch.Tensor buffers = torch.empty([members.Count, shape.BatchNormalization ? 2 * shape.FeatureCount : 0], torch.float32, device);
        var network = new CohortNetwork(shape, activation, parameters, torch.zeros(size, torch.float32, device), buffers);
        network._normalization?.Reset();
        return network;
    }

    /// <summary>One member as a cohort of its own, which shares the memory of this one.</summary>
    public CohortNetwork Member(int member) =>
        new(Shape, Activation, Parameters.narrow(0, member, 1), Gradients.narrow(0, member, 1), Buffers.narrow(0, member, 1));

    /// <summary>Some of the members, in memory of their own.</summary>
    /// <param name="places">Their places, [members] of 64-bit integers.</param>
    public CohortNetwork Select(torch.Tensor places) =>
        new(Shape, Activation, Parameters.index_select(0, places), Gradients.index_select(0, places), Buffers.index_select(0, places));

    /// <summary>The same networks with other parameters, [E, parameters]; buffers and gradients are shared.</summary>
    public CohortNetwork WithParameters(torch.Tensor parameters) => new(Shape, Activation, parameters, Gradients, Buffers);

    /// <summary>Scales the weights into each unit down to a norm of at most <paramref name="limit"/> (Srivastava et al. 2014).</summary>
    public void LimitNorms(double limit)
    {
        foreach ((torch.Tensor weights, _) in _parameters.Layers)
            weights.mul_(weights.Squared().sum([1], keepdim: true).sqrt_().PlusInPlace(1e-12).reciprocal_().TimesInPlace(limit).AtMost(1));
    }

    /// <summary>The outputs [E, rows, outputs], before the output range, for features [E, rows, features], without dropout and by running statistics.</summary>
    public torch.Tensor Evaluate(torch.Tensor features)
    {
        torch.Tensor x = _normalization is null ? features : _normalization.NormalizeByRunning(features).mul_(_parameters.Gamma!).PlusInPlace(_parameters.Beta!);
        for (int i = 0; i < _parameters.Layers.Count; i++)
        {
            x = _parameters.Dense(i, x);
            if (i < _parameters.Layers.Count - 1)
                x = ActivationFunction.Apply(Activation, x);
        }
        return x;
    }
}
