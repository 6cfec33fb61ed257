using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Data;

/// <summary>What is known of the labels and weights of all training rows, gathered block by block.</summary>
internal sealed class TargetSummary
{
    private readonly bool _isClass;
    private readonly double[] _mean;
    private readonly double[] _squares;
    private readonly double[] _classes;
    private readonly RowSample? _sample;

    /// <param name="rule">What the labels are.</param>
    /// <param name="classCount">The number of classes; 0 where labels are numbers.</param>
    public TargetSummary(TargetRule rule, int classCount)
    {
        _isClass = rule.Kind == TargetKind.Class;
        _mean = new double[rule.Width];
        _squares = new double[rule.Width];
        _classes = new double[classCount];
        _sample = rule.Kind == TargetKind.Number ? new RowSample(rule.Width) : null;
    }

    public static TargetSummary Of(RowTable table, TargetRule rule, int classCount)
    {
        var summary = new TargetSummary(rule, classCount);
        summary.Add(table);
        return summary;
    }

    public int RowCount { get; private set; }

    public double TotalWeight { get; private set; }

    public double MeanWeight => TotalWeight / RowCount;

    /// <summary>The weighted mean of each target.</summary>
    public IReadOnlyList<double> Mean => _mean;

    /// <summary>The weighted (population) standard deviation of each target.</summary>
    public IReadOnlyList<double> Deviation => [.. _squares.Select(squares => Math.Sqrt(squares / TotalWeight))];

    /// <summary>The least label of any target.</summary>
    public float Least { get; private set; } = float.PositiveInfinity;

    /// <summary>The greatest label of any target.</summary>
    public float Greatest { get; private set; } = float.NegativeInfinity;

    /// <summary>The total weight of each class.</summary>
    public IReadOnlyList<double> ClassWeights => _classes;

    /// <summary>Labels of rows, where labels are numbers.</summary>
    public RowSample Sample => _sample ?? throw new InvalidOperationException("Classes are counted, not sampled.");

    public void Add(RowTable block)
    {
        if (block.Count == 0)
            return;
        _sample?.Add(block.Targets, block.Weights);
        using DisposeScope scope = torch.NewDisposeScope();
        torch.Tensor weights = (block.Weights ?? torch.ones(block.Count)).cpu().to_type(torch.float64).unsqueeze(1);
        torch.Tensor targets = block.Targets.cpu().to_type(torch.float64);
        targets = _isClass ? targets.unsqueeze(1) : targets;
        double weight = weights.sum().item<double>();
        Least = Math.Min(Least, (float)targets.min().item<double>());
        Greatest = Math.Max(Greatest, (float)targets.max().item<double>());
        RowCount = checked(RowCount + block.Count);
        if (weight > 0)
        {
            Merge(weight, weights, targets);
            CountClasses(weights, targets);
        }
        TotalWeight += weight;
    }

    // Chan, Golub and LeVeque (1979): means and sums of squares of two parts make those of the whole, with no loss of digits.
    private void Merge(double weight, torch.Tensor weights, torch.Tensor targets)
    {
        torch.Tensor mean = (weights * targets).sum(0, keepdim: true).Times(1 / weight);
        double[] squares = (weights * (targets - mean).Squared()).sum([0]).data<double>().ToArray();
        double[] means = mean.squeeze(0).data<double>().ToArray();
        double share = weight / (TotalWeight + weight);
        for (int i = 0; i < means.Length; i++)
        {
            double difference = means[i] - _mean[i];
            _squares[i] += squares[i] + difference * difference * TotalWeight * share;
            _mean[i] = TotalWeight == 0 ? means[i] : _mean[i] + difference * share;
        }
    }

    private void CountClasses(torch.Tensor weights, torch.Tensor targets)
    {
        if (_classes.Length == 0)
            return;
        torch.Tensor counts = _isClass
            ? torch.zeros(_classes.Length, dtype: torch.float64).scatter_add_(0, targets.squeeze(1).to_type(torch.int64), weights.squeeze(1))
            : (weights * targets).sum([0]);
        double[] added = counts.data<double>().ToArray();
        for (int i = 0; i < added.Length; i++)
            _classes[i] += added[i];
    }
}
