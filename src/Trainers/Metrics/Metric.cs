using TorchSharp;

namespace MLNet.LossExperiments.Metrics;

/// <summary>A number by which predictions are judged, other than the loss. Weights count rows: a weight of 2 is the row twice.</summary>
public sealed class Metric
{
    private readonly Func<torch.Tensor, torch.Tensor, torch.Tensor, double> _formula;

    internal Metric(string name, string title, bool isHigherBetter, Func<torch.Tensor, torch.Tensor, torch.Tensor, double> formula)
    {
        Name = name;
        Title = title;
        IsHigherBetter = isHigherBetter;
        _formula = formula;
    }

    /// <summary>The name by which <see cref="MetricCatalog"/> knows it, for example <c>rmse</c>.</summary>
    public string Name { get; }

    /// <summary>The name for people, for example <c>RMSE</c>.</summary>
    public string Title { get; }

    /// <summary>Whether higher is better.</summary>
    public bool IsHigherBetter { get; }

    /// <summary>Whether it is about probabilities, so that it needs a loss whose scores are some.</summary>
    internal bool NeedsProbabilities { get; init; }

    /// <summary>How far apart two settings may be by it and still be as good as each other, unless an experiment says otherwise.</summary>
    internal EquivalenceRegion Equivalence { get; init; } = EquivalenceRegion.Relative(0.01);

    /// <summary>The default of metrics for which a share of the mean says little: those with 1 as the best value, and those that may be 0 or negative.</summary>
    internal static EquivalenceRegion OneHundredth { get; } = EquivalenceRegion.Absolute(0.01);

    /// <summary>Why it may not be defined on rows: the rest of a sentence, without a full stop.</summary>
    internal string WhyMissing { get; init; } = "a prediction is not finite, or outside of what the metric is defined for";

    /// <summary>The name.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;

    /// <summary>Its value.</summary>
    /// <param name="predictions">For regression [n, targets]; for binary classification raw scores [n, 1]; for multiclass classification the score or probability of each class, [n, classes].</param>
    /// <param name="targets">In the task's shape.</param>
    /// <param name="weights">[n], or null for equal weights.</param>
    internal double Evaluate(torch.Tensor predictions, torch.Tensor targets, torch.Tensor? weights)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        torch.Tensor x = predictions.detach().cpu().to_type(torch.float64);
        torch.Tensor t = targets.cpu();
        return _formula(x, t.dim() == 1 ? t : t.to_type(torch.float64), (weights ?? torch.ones(x.shape[0])).cpu().to_type(torch.float64));
    }

    /// <summary>The weighted mean of [n].</summary>
    internal static double Mean(torch.Tensor values, torch.Tensor weights) => (values * weights).sum().item<double>() / weights.sum().item<double>();
}
