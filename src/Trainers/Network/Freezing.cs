using MLNet.LossExperiments.Models;
using TorchSharp;

namespace MLNet.LossExperiments.Network;

/// <summary>Turns the parameters of one trained member into a network of plain arrays.</summary>
internal static class Freezing
{
    /// <param name="shape">The architecture.</param>
    /// <param name="activation">The activation of the hidden layers.</param>
    /// <param name="inputScaler">What was done to the features that it was trained on; null for nothing.</param>
    /// <param name="output">What happens to the outputs; its shift and scale are folded into the last layer.</param>
    /// <param name="parameters">[1, parameters].</param>
    /// <param name="buffers">[1, buffers].</param>
    public static MlpNetwork Freeze(NetworkShape shape, Activation activation, InputScaler? inputScaler, OutputTransform output, torch.Tensor parameters, torch.Tensor buffers)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        var views = new ParameterViews(shape, parameters.cpu());
        var layers = new List<DenseLayer>();
        foreach ((torch.Tensor weights, torch.Tensor bias) in views.Layers)
            layers.Add(new DenseLayer((int)weights.size(1), (int)weights.size(2), Values(weights), Values(bias)));
        if (shape.BatchNormalization)
            layers[0] = FoldNormalization(layers[0], Values(views.Gamma!), Values(views.Beta!), Values(buffers));
        if (output.Scaling is { } scaling)
            layers[^1] = FoldScale(layers[^1], scaling);
        return new MlpNetwork(layers, activation, output.Range, inputScaler);
    }

    private static DenseLayer FoldScale(DenseLayer layer, OutputScale scaling) => new(
        layer.InputCount,
        layer.OutputCount,
        [.. layer.Weights.ToArray().Select((weight, i) => (float)(weight * scaling.Scale[i % layer.OutputCount]))],
        [.. layer.Bias.ToArray().Select((bias, i) => (float)(bias * scaling.Scale[i] + scaling.Shift[i]))]);

    // x̂·W + b with x̂ = γ(x − μ)/√(σ² + ε) + β is x·(sW) + (b + (β − μs)W) for s = γ/√(σ² + ε). In doubles: μs and β can nearly cancel.
    private static DenseLayer FoldNormalization(DenseLayer layer, float[] gamma, float[] beta, float[] statistics)
    {
        int inputs = layer.InputCount, outputs = layer.OutputCount;
        var weights = new float[inputs * outputs];
        double[] bias = [.. layer.Bias.ToArray().Select(value => (double)value)];
        for (int i = 0; i < inputs; i++)
        {
            double scale = gamma[i] / Math.Sqrt(statistics[inputs + i] + BatchNormalization.Epsilon);
            double shift = beta[i] - statistics[i] * scale;
            for (int j = 0; j < outputs; j++)
            {
                double weight = layer.Weights[i * outputs + j];
                weights[i * outputs + j] = (float)(weight * scale);
                bias[j] += shift * weight;
            }
        }
        return new DenseLayer(inputs, outputs, weights, [.. bias.Select(value => (float)value)]);
    }

    private static float[] Values(torch.Tensor tensor) => tensor.cpu().contiguous().data<float>().ToArray();
}
