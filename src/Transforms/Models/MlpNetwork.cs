namespace MLNet.LossExperiments.Models;

/// <summary>
/// A fitted multilayer perceptron as plain arrays: the scaling of the features, dense layers with the activation between them, then the output range. Immutable.
/// A batch normalisation of the inputs is already folded into the first layer.
/// </summary>
public sealed class MlpNetwork
{
    internal MlpNetwork(IReadOnlyList<DenseLayer> layers, Activation activation, OutputRange outputRange, InputScaler? inputScaler = null)
    {
        if (layers.Count == 0)
            throw new ArgumentException("A network has at least one layer.", nameof(layers));
        for (int i = 1; i < layers.Count; i++)
        {
            if (layers[i].InputCount != layers[i - 1].OutputCount)
                throw new ArgumentException($"Layer {i} takes {layers[i].InputCount} inputs, but layer {i - 1} gives {layers[i - 1].OutputCount} outputs.", nameof(layers));
        }
        if (!Enum.IsDefined(activation))
            throw new ArgumentOutOfRangeException(nameof(activation), activation, "Not an activation.");
        if (inputScaler is not null && inputScaler.FeatureCount != layers[0].InputCount)
            throw new ArgumentException($"{inputScaler.FeatureCount} features are scaled, but the first layer takes {layers[0].InputCount}.", nameof(inputScaler));
        Layers = [.. layers];
        Activation = activation;
        OutputRange = outputRange;
        InputScaler = inputScaler;
    }

    /// <summary>What is done to features before the first layer; null where they are taken as they are.</summary>
    public InputScaler? InputScaler { get; }

    /// <summary>The layers, from the features to the outputs. All but the last are followed by <see cref="Activation"/>.</summary>
    public IReadOnlyList<DenseLayer> Layers { get; }

    /// <summary>The activation after each hidden layer.</summary>
    public Activation Activation { get; }

    /// <summary>The range that the outputs are confined to.</summary>
    public OutputRange OutputRange { get; }

    /// <summary>The number of features, or inputs of the first layer.</summary>
    public int FeatureCount => Layers[0].InputCount;

    /// <summary>The number of outputs of the last layer.</summary>
    public int OutputCount => Layers[^1].OutputCount;

    /// <summary>The number of units of each hidden layer; empty for a linear model.</summary>
    public IReadOnlyList<int> HiddenSizes => [.. Layers.Take(Layers.Count - 1).Select(layer => layer.OutputCount)];

    /// <summary>The number of weights and biases.</summary>
    public long ParameterCount => Layers.Sum(layer => (long)(layer.InputCount + 1) * layer.OutputCount);

    /// <summary>The same network for features that are scaled already.</summary>
    internal MlpNetwork WithoutInputScaler() => new(Layers, Activation, OutputRange);
}
