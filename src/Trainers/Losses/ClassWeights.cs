using MLNet.LossExperiments.Catalogs;
using TorchSharp;

namespace MLNet.LossExperiments.Losses;

/// <summary>What the rows of each class count in a multiclass loss. Immutable.</summary>
public sealed class ClassWeights
{
    private readonly double[]? _weights;

    private ClassWeights(double[]? weights) => _weights = weights;

    /// <summary>All classes weigh the same altogether: a row of class c counts N/(k·N_c), for k classes, N rows and N_c rows of the class (King and Zeng 2001), all by their example weights. A class without rows counts 0.</summary>
    public static ClassWeights Balanced { get; } = new(null);

    /// <summary>Given weights.</summary>
    /// <param name="weights">The weight of each class, in the order of the key: at least 0, at least one of them greater.</param>
    /// <returns>The weights.</returns>
    /// <exception cref="ArgumentException">A weight is negative or no number, or all are 0.</exception>
    public static ClassWeights Of(params IReadOnlyList<double> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        if (weights.Count < 2 || weights.Any(weight => !NumberRange.NonNegative.Contains(weight)) || weights.All(weight => weight == 0))
            throw new ArgumentException("Class weights are one for each of two or more classes, numbers of at least 0, not all of them 0.", nameof(weights));
        return new([.. weights]);
    }

    /// <summary>How many classes they are for; null for any.</summary>
    internal int? Count => _weights?.Length;

    /// <summary>The weights, or <c>balanced</c>.</summary>
    /// <returns>For example <c>1/2/1</c>.</returns>
    public override string ToString() => _weights is null ? "balanced" : CatalogParameter.Text(_weights);

    /// <summary>The weights by number, for training rows whose classes have these total example weights.</summary>
    internal ClassWeights FittedTo(IReadOnlyList<double> classTotals)
    {
        if (_weights is null)
            return new([.. classTotals.Select(total => total > 0 ? classTotals.Sum() / (classTotals.Count * total) : 0)]);
        return _weights.Length == classTotals.Count ? this : throw new ArgumentException($"There are {_weights.Length} class weights for {classTotals.Count} classes.");
    }

    /// <summary>[classes], as the outputs are.</summary>
    internal torch.Tensor Like(torch.Tensor outputs) =>
        torch.tensor(_weights ?? throw new InvalidOperationException("Balanced class weights are not known before the rows are.")).to_type(outputs.dtype).to(outputs.device);
}
