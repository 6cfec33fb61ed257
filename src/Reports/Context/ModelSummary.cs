using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Reports;

/// <summary>What the model is, and how it came to be.</summary>
public sealed record ModelSummary
{
    /// <summary>What it is, in a line: <c>Multilayer perceptron 13-64-32-1, ReLU</c>, or of another trainer's <c>FastTree, 20 trees</c>.</summary>
    public required string Architecture { get; init; }

    /// <summary>Its layers, from the features to the outputs; of an ensemble those of each network.</summary>
    public IReadOnlyList<LayerSummary> Layers { get; init; } = [];

    /// <summary>The number of weights and biases of a network; null for what is none.</summary>
    public required long? Parameters { get; init; }

    /// <summary>The number of networks, whose predictions are averaged.</summary>
    public int Networks { get; init; } = 1;

    /// <summary>How outputs become predictions, in a few words: <c>identity</c>, <c>softmax</c>.</summary>
    public string? Link { get; init; }

    /// <summary>The loss that it was trained with; null where nobody knows.</summary>
    public required LossSummary? Loss { get; init; }

    /// <summary>The options of training, as given or by default.</summary>
    public IReadOnlyList<NamedValue> Options { get; init; } = [];

    /// <summary>The seed; null where it is not known.</summary>
    public long? Seed { get; init; }

    /// <summary>What the run was made with: this product, Microsoft.ML, TorchSharp, .NET.</summary>
    public IReadOnlyList<NamedValue> Versions { get; init; } = [];

    /// <summary>Where was trained: <c>cpu, 2 threads</c>; null where it is not known.</summary>
    public string? Device { get; init; }

    /// <summary>How long training took; NaN where it is not known.</summary>
    public double TrainingSeconds { get; init; } = double.NaN;

    /// <summary>How long everything took; NaN where it is not known.</summary>
    public double TotalSeconds { get; init; } = double.NaN;

    /// <summary>Sums up a fitted model, as far as it knows itself. What the run knows is added with <c>with</c>.</summary>
    /// <param name="members">Its networks.</param>
    /// <param name="loss">The loss, for people; null for its name alone.</param>
    /// <returns>The summary.</returns>
    /// <exception cref="ArgumentException">There is no network.</exception>
    public static ModelSummary Of(IReadOnlyList<FittedMember> members, LossSummary? loss = null)
    {
        ArgumentNullException.ThrowIfNull(members);
        if (members.Count == 0)
            throw new ArgumentException("A model has at least one network.", nameof(members));
        (MlpNetwork network, TrainingHistory history) = members[0];
        string sizes = string.Join('-', [network.FeatureCount, .. network.Layers.Select(layer => layer.OutputCount)]);
        return new ModelSummary
        {
            Architecture = $"{(members.Count == 1 ? "Multilayer perceptron" : $"{members.Count} multilayer perceptrons")} {sizes}{(network.Layers.Count > 1 ? $", {network.Activation}" : "")}",
            Layers = [.. network.Layers.Select((layer, i) => new LayerSummary(
                i == network.Layers.Count - 1 ? "output" : $"hidden {i + 1}",
                layer.InputCount,
                layer.OutputCount,
                i == network.Layers.Count - 1 ? null : network.Activation.ToString(),
                (layer.InputCount + 1L) * layer.OutputCount))],
            Parameters = network.ParameterCount,
            Networks = members.Count,
            Loss = loss ?? new LossSummary(history.Loss),
            Seed = history.Seed,
            TrainingSeconds = history.Epochs.Sum(epoch => epoch.Seconds),
        };
    }
}
