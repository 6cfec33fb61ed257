using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Data;

/// <summary>What is known of the features of all training rows, gathered block by block, and the scaling that follows from it.</summary>
internal sealed class FeatureSummary
{
    private const long MostNumbersAtOnce = 1 << 20;

    private readonly double[] _means;
    private readonly double[] _squares;
    private readonly double[] _least;
    private readonly double[] _greatest;
    private readonly bool[] _areIndicators;
    private readonly RowSample? _sample;
    private double _weight;

    /// <param name="count">The number of features.</param>
    /// <param name="isRobust">Whether medians and quartiles will be wanted.</param>
    public FeatureSummary(int count, bool isRobust)
    {
        _means = new double[count];
        _squares = new double[count];
        _least = [.. Enumerable.Repeat(double.PositiveInfinity, count)];
        _greatest = [.. Enumerable.Repeat(double.NegativeInfinity, count)];
        _areIndicators = [.. Enumerable.Repeat(true, count)];
        _sample = isRobust ? new RowSample(count) : null;
    }

    public void Add(RowTable block)
    {
        long rows = Math.Max(1, MostNumbersAtOnce / _means.Length);
        for (long start = 0; start < block.Count; start += rows)
            AddPart(block.Slice(start, Math.Min(rows, block.Count - start)));
    }

    /// <summary>The scaling; null for none.</summary>
    public InputScaler? Scaler(InputScaling scaling)
    {
        if (scaling == InputScaling.None)
            return null;
        float[]? sampled = _sample?.Values;
        var offsets = new float[_means.Length];
        var factors = new float[_means.Length];
        for (int i = 0; i < _means.Length; i++)
        {
            (double offset, double spread) = ScaleOf(i, scaling, sampled);
            offsets[i] = (float)offset;
            float factor = (float)(1 / spread);
            factors[i] = _least[i] < _greatest[i] && float.IsFinite(factor) ? factor : 0;
        }
        return new InputScaler(offsets, factors);
    }

    private (double Offset, double Spread) ScaleOf(int feature, InputScaling scaling, float[]? sampled)
    {
        if (_areIndicators[feature])
            return (0, 1);
        double deviation = Math.Sqrt(_squares[feature] / _weight);
        switch (scaling)
        {
            case InputScaling.MinMax:
                return (_least[feature], _greatest[feature] - _least[feature]);
            case InputScaling.Robust:
                float[] sorted = [.. Enumerable.Range(0, sampled!.Length / _means.Length).Select(row => sampled[row * _means.Length + feature]).Order()];
                double range = Quantile(sorted, 0.75) - Quantile(sorted, 0.25);
                return (Quantile(sorted, 0.5), range > 0 ? range : deviation);
            default:
                return (_means[feature], deviation);
        }
    }

    private static double Quantile(float[] sorted, double level)
    {
        double place = level * (sorted.Length - 1);
        int below = (int)place;
        int above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + (place - below) * ((double)sorted[above] - sorted[below]);
    }

    private void AddPart(RowTable part)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        _sample?.Add(part.Features, null);
        torch.Tensor features = part.Features.cpu().to_type(torch.float64);
        torch.Tensor areIndicators = (features * features.SubtractedFrom(1)).abs().amax([0]).IsAbove(0).logical_not();
        Merge(_least, features.amin([0]), Math.Min);
        Merge(_greatest, features.amax([0]), Math.Max);
        bool[] indicators = areIndicators.data<bool>().ToArray();
        for (int i = 0; i < indicators.Length; i++)
            _areIndicators[i] &= indicators[i];
        torch.Tensor weights = (part.Weights ?? torch.ones(part.Count)).cpu().to_type(torch.float64).unsqueeze(1);
        double weight = weights.sum().item<double>();
        if (weight > 0)
            MergeMoments(weight, weights, features);
    }

    private static void Merge(double[] all, torch.Tensor part, Func<double, double, double> choose)
    {
        double[] values = part.data<double>().ToArray();
        for (int i = 0; i < values.Length; i++)
            all[i] = choose(all[i], values[i]);
    }

    // As TargetSummary does: means and sums of squares of two parts make those of the whole, with no loss of digits.
    private void MergeMoments(double weight, torch.Tensor weights, torch.Tensor features)
    {
        torch.Tensor mean = (weights * features).sum(0, keepdim: true).Times(1 / weight);
        double[] squares = (weights * (features - mean).Squared()).sum([0]).data<double>().ToArray();
        double[] means = mean.squeeze(0).data<double>().ToArray();
        double share = weight / (_weight + weight);
        for (int i = 0; i < means.Length; i++)
        {
            double difference = means[i] - _means[i];
            _squares[i] += squares[i] + difference * difference * _weight * share;
            _means[i] = _weight == 0 ? means[i] : _means[i] + difference * share;
        }
        _weight += weight;
    }
}
