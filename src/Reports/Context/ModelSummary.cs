namespace MLNet.LossExperiments.Reports;

/// <summary>What the model is, and how it came to be.</summary>
public sealed record ModelSummary
{
    /// <summary>What it is, in a line: <c>multilayer perceptron 13-64-32-1, ReLU</c>.</summary>
    public required string Architecture { get; init; }

    /// <summary>Its layers, from the features to the outputs; of an ensemble those of each network.</summary>
    public IReadOnlyList<LayerSummary> Layers { get; init; } = [];

    /// <summary>The number of weights and biases of a network.</summary>
    public required long Parameters { get; init; }

    /// <summary>The number of networks, whose predictions are averaged.</summary>
    public int Networks { get; init; } = 1;

    /// <summary>How outputs become predictions, in a few words: <c>identity</c>, <c>softmax</c>.</summary>
    public string? Link { get; init; }

    /// <summary>The loss that it was trained with.</summary>
    public required LossSummary Loss { get; init; }

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
}
