using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Network;

/// <summary>
/// E networks of one shape, trained at once: parameters and gradients are one flat tensor each, [E, parameters], and a layer is one batched product.
/// Backpropagation is written out: only the loss on the outputs is differentiated automatically. Its tensors live as long as the dispose scope that it was made in.
/// </summary>
internal sealed class CohortNetwork
{
    private readonly Activation _activation;
    private readonly ParameterViews _parameters;
    private readonly ParameterViews _gradients;
    private readonly BatchNormalization? _normalization;

    private CohortNetwork(NetworkShape shape, Activation activation, torch.Tensor parameters, torch.Tensor gradients, torch.Tensor buffers)
    {
        Shape = shape;
        _activation = activation;
        Parameters = parameters;
        Gradients = gradients;
        Buffers = buffers;
        _parameters = new ParameterViews(shape, Parameters);
        _gradients = new ParameterViews(shape, Gradients);
        _normalization = shape.BatchNormalization ? new BatchNormalization(Buffers, shape.FeatureCount) : null;
    }

    public NetworkShape Shape { get; }

    /// <summary>[E, parameters], in the order of <see cref="ParameterViews"/>.</summary>
    public torch.Tensor Parameters { get; }

    /// <summary>[E, parameters]; what <see cref="Backward"/> fills in.</summary>
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
        new(Shape, _activation, Parameters.narrow(0, member, 1), Gradients.narrow(0, member, 1), Buffers.narrow(0, member, 1));

    /// <summary>The same networks with other parameters, [E, parameters]; buffers and gradients are shared.</summary>
    public CohortNetwork WithParameters(torch.Tensor parameters) => new(Shape, _activation, parameters, Gradients, Buffers);

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
            x = Dense(i, x);
            if (i < _parameters.Layers.Count - 1)
                x = ActivationFunction.Apply(_activation, x);
        }
        return x;
    }

    /// <summary>The outputs [E, rows, outputs], before the output range, of a training step, and what <see cref="Backward"/> needs of it.</summary>
    public (torch.Tensor Outputs, ForwardTape Tape) Forward(torch.Tensor features, DropoutMasks dropout)
    {
        var tape = new ForwardTape();
        torch.Tensor x = features;
        if (_normalization is not null)
        {
            tape.Normalized = _normalization.NormalizeBatch(features);
            x = (tape.Normalized * _parameters.Gamma!).PlusInPlace(_parameters.Beta!);
        }
        for (int i = 0; i < _parameters.Layers.Count - 1; i++)
        {
            torch.Tensor input = x;
            torch.Tensor sum = Dense(i, input);
            torch.Tensor activated = ActivationFunction.Apply(_activation, sum);
            torch.Tensor? mask = dropout.IsOn ? dropout.Draw(activated) : null;
            tape.Hidden.Add(new HiddenStep(input, sum, activated, mask));
            x = mask is null ? activated : activated * mask;
        }
        tape.LastInput = x;
        return (Dense(_parameters.Layers.Count - 1, x), tape);
    }

    /// <summary>Fills <see cref="Gradients"/>, given the gradient of the loss with respect to the outputs of <see cref="Forward"/>.</summary>
    public void Backward(ForwardTape tape, torch.Tensor outputGradient)
    {
        torch.Tensor gradient = outputGradient;
        torch.Tensor input = tape.LastInput!;
        for (int i = _parameters.Layers.Count - 1; ; i--)
        {
            _gradients.Layers[i].Weights.copy_(input.transpose(1, 2).bmm(gradient));
            _gradients.Layers[i].Bias.copy_(gradient.sum(1, keepdim: true));
            if (i == 0)
                break;
            HiddenStep step = tape.Hidden[i - 1];
            gradient = gradient.bmm(_parameters.Layers[i].Weights.transpose(1, 2));
            if (step.Mask is not null)
                gradient.mul_(step.Mask);
            gradient = ActivationFunction.Backward(_activation, step.Sum, step.Activated, gradient);
            input = step.Input;
        }
        if (_normalization is null)
            return;
        gradient = gradient.bmm(_parameters.Layers[0].Weights.transpose(1, 2));
        _gradients.Gamma!.copy_((gradient * tape.Normalized!).sum(1, keepdim: true));
        _gradients.Beta!.copy_(gradient.sum(1, keepdim: true));
    }

    private torch.Tensor Dense(int layer, torch.Tensor input) => input.bmm(_parameters.Layers[layer].Weights).PlusInPlace(_parameters.Layers[layer].Bias);
}
