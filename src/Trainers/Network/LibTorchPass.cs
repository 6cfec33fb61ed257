using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Network;

/// <summary>A pass by libtorch, on any device: a layer is one batched product.</summary>
/// <param name="network">The networks.</param>
/// <param name="dropout">Draws what is dropped.</param>
/// <param name="batchSize">The most rows of a batch.</param>
internal sealed class LibTorchPass(CohortNetwork network, DropoutMasks dropout, int batchSize) : TrainingPass
{
    private readonly ParameterViews _parameters = new(network.Shape, network.Parameters);
    private readonly ParameterViews _gradients = new(network.Shape, network.Gradients);
    private readonly BatchNormalization? _normalization = network.Shape.BatchNormalization ? new BatchNormalization(network.Buffers, network.Shape.FeatureCount) : null;
    private readonly ReusedProducts? _reused = network.Parameters.size(0) == 1 ? new ReusedProducts(network, batchSize) : null;
    private readonly List<HiddenStep> _hidden = [];
    private torch.Tensor? _normalized;
    private torch.Tensor? _lastInput;

    public override torch.Tensor Forward(torch.Tensor features, long start, long count)
    {
        _hidden.Clear();
        torch.Tensor x = features.narrow(1, start, count);
        if (_normalization is not null)
        {
            _normalized = _normalization.NormalizeBatch(x);
            x = (_normalized * _parameters.Gamma!).PlusInPlace(_parameters.Beta!);
        }
        for (int i = 0; i < _parameters.Layers.Count - 1; i++)
        {
            torch.Tensor input = x;
            torch.Tensor sum = _reused?.Dense(i, input) ?? _parameters.Dense(i, input);
            torch.Tensor activated = ActivationFunction.Apply(network.Activation, sum);
            torch.Tensor? mask = dropout.IsOn ? dropout.Draw(activated) : null;
            _hidden.Add(new HiddenStep(input, sum, activated, mask));
            x = mask is null ? activated : activated * mask;
        }
        _lastInput = x;
        return _parameters.Dense(_parameters.Layers.Count - 1, x);
    }

    public override void Backward(torch.Tensor outputGradient, float factor)
    {
        torch.Tensor gradient = outputGradient.TimesInPlace(factor);
        torch.Tensor input = _lastInput!;
        for (int i = _parameters.Layers.Count - 1; ; i--)
        {
            FillWeightGradient(_gradients.Layers[i].Weights, input, gradient);
            _gradients.Layers[i].Bias.copy_(gradient.sum(1, keepdim: true));
            if (i == 0)
                break;
            HiddenStep step = _hidden[i - 1];
            gradient = _reused?.InputGradient(i, gradient) ?? gradient.bmm(_parameters.Layers[i].Weights.transpose(1, 2));
            if (step.Mask is not null)
                gradient.mul_(step.Mask);
            gradient = ActivationFunction.Backward(network.Activation, step.Sum, step.Activated, gradient);
            input = step.Input;
        }
        if (_normalization is null)
            return;
        gradient = gradient.bmm(_parameters.Layers[0].Weights.transpose(1, 2));
        _gradients.Gamma!.copy_((gradient * _normalized!).sum(1, keepdim: true));
        _gradients.Beta!.copy_(gradient.sum(1, keepdim: true));
    }

    private static void FillWeightGradient(torch.Tensor weights, torch.Tensor input, torch.Tensor gradient)
    {
        // Of a single network straight into its place.
        if (input.size(0) == 1)
            weights.squeeze(0).addmm_(input.squeeze(0).t(), gradient.squeeze(0), 0, 1);
        else
            weights.copy_(input.transpose(1, 2).bmm(gradient));
    }
}
