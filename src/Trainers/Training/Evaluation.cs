using MLNet.LossExperiments.Data;
using MLNet.LossExperiments.Losses;
using MLNet.LossExperiments.Metrics;
using MLNet.LossExperiments.Network;
using TorchSharp;

namespace MLNet.LossExperiments.Training;

/// <summary>What the networks of a cohort make of rows, with dropout off: for each member the weighted mean loss and, where rows are validated on, the number that is watched or the task's metric.</summary>
/// <param name="groups">The members.</param>
/// <param name="members">The same one by one.</param>
/// <param name="network">Their networks, as they are measured.</param>
internal sealed class Evaluation(IReadOnlyList<LossGroup> groups, IReadOnlyList<Member> members, CohortNetwork network)
{
    // Bounds the memory of a pass: 2^18 activations of the widest layer are a megabyte.
    private const int MostActivations = 1 << 18;

    // A loss that compares rows with each other is measured on all rows at once up to here: pairs of that many rows are 16 MiB. More are mixed, so that each part is like the whole.
    private const long MostCompared = 4096;

    private readonly Loss? _other = members[0].Monitor.OtherLoss;

    /// <summary>The loss of each member.</summary>
    public IReadOnlyList<double> Losses(CohortRows rows)
    {
        var losses = new WeightedMeans(members.Count);
        foreach ((LossGroup group, torch.Tensor outputs, LabelStack part) in MeasuredParts(rows))
            losses.Add(group, group.Loss, outputs, part);
        return losses.Values;
    }

    /// <summary>The loss of each member and, of those that are measured, the metric.</summary>
    public IReadOnlyList<(double Loss, double? Metric)> LossesAndMetrics(CohortRows rows)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        var losses = new WeightedMeans(members.Count);
        var others = new WeightedMeans(members.Count);
        var predictions = new Predictions?[members.Count];
        foreach ((LossGroup group, torch.Tensor outputs, LabelStack part) in MeasuredParts(rows))
        {
            losses.Add(group, group.Loss, outputs, part);
            if (_other is not null)
                others.Add(group, _other, outputs, part);
            foreach (int i in Enumerable.Range(0, _other is null ? group.Count : 0).Where(i => members[group.Start + i].IsMeasured))
                (predictions[group.Start + i] ??= new Predictions(scope)).Add(members[group.Start + i], outputs.select(0, i), part, group.Start + i);
        }
        return [.. members.Select((member, i) => (losses.Values[i], _other is not null ? others.Values[i] : predictions[i]?.Evaluate(member.Metric)))];
    }

    /// <summary>Several metrics of the only member.</summary>
    public IReadOnlyList<double> Metrics(CohortRows rows, IReadOnlyList<Metric> metrics)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Predictions predictions = PredictionsOf(rows, scope);
        return [.. metrics.Select(predictions.Evaluate)];
    }

    /// <summary>What metrics judge of the only member, [rows, outputs] on the processor.</summary>
    public torch.Tensor Predict(CohortRows rows)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        return PredictionsOf(rows, scope).All.MoveToOuterDisposeScope();
    }

    private Predictions PredictionsOf(CohortRows rows, DisposeScope scope)
    {
        var predictions = new Predictions(scope);
        foreach ((LossGroup group, torch.Tensor outputs, LabelStack part) in Parts(rows))
            predictions.Add(members[0], outputs.select(0, 0), part, group.Start);
        return predictions;
    }

    private long RowsOfAPass => Math.Max(1, MostActivations / ((long)network.Shape.Layers.Max(layer => Math.Max(layer.Inputs, layer.Outputs)) * members.Count));

    // Parts as losses are measured on: a loss that may compare rows with each other, as one of a user's own may, must not see them in the order of the file, in which classes may stand one after the other.
    private IEnumerable<(LossGroup Group, torch.Tensor Outputs, LabelStack Rows)> MeasuredParts(CohortRows rows) =>
        groups.All(group => group.Loss.TakesStackedRows) && _other?.TakesStackedRows != false ? Parts(rows) : Parts(rows.Mixed(MostCompared));

    private IEnumerable<(LossGroup Group, torch.Tensor Outputs, LabelStack Rows)> Parts(CohortRows rows) => Parts(rows.InOrder(RowsOfAPass));

    // The outputs of the network, after the output transform, part by part and group by group; a part lives until the next one is asked for.
    private IEnumerable<(LossGroup Group, torch.Tensor Outputs, LabelStack Rows)> Parts(IEnumerable<RowStack> parts)
    {
        foreach (RowStack part in parts)
        {
            torch.Tensor outputs = Evaluate(part.Features);
            foreach (LossGroup group in groups)
            {
                using DisposeScope scope = torch.NewDisposeScope();
                yield return (group, group.Transform(outputs), part.Labels);
            }
        }
    }

    private torch.Tensor Evaluate(torch.Tensor features)
    {
        if (features.size(1) <= RowsOfAPass)
            return network.Evaluate(features);
        using DisposeScope scope = torch.NewDisposeScope();
        var outputs = new List<torch.Tensor>();
        for (long start = 0; start < features.size(1); start += RowsOfAPass)
        {
            using DisposeScope pass = torch.NewDisposeScope();
            outputs.Add(network.Evaluate(features.narrow(1, start, Math.Min(RowsOfAPass, features.size(1) - start))).MoveToOuterDisposeScope());
        }
        return torch.cat(outputs, 1).MoveToOuterDisposeScope();
    }

    // In doubles, and so on the processor: Apple's devices have none.
    private sealed class WeightedMeans(int members)
    {
        private readonly double[] _sums = new double[members];
        private readonly double[] _weights = new double[members];

        public double[] Values => [.. _sums.Zip(_weights, (sum, weight) => sum / weight)];

        public void Add(LossGroup group, Loss loss, torch.Tensor outputs, LabelStack rows)
        {
            (torch.Tensor losses, torch.Tensor? weights) = group.RowLosses(loss, outputs, rows);
            Add(_sums, group, weights is null ? losses : losses * weights);
            if (weights is not null)
                Add(_weights, group, weights);
            for (int i = 0; i < group.Count && weights is null; i++)
                _weights[group.Start + i] += rows.Count;
        }

        private static void Add(double[] totals, LossGroup group, torch.Tensor values)
        {
            double[] sums = values.detach().cpu().to_type(torch.float64).reshape(group.Count, -1).sum([1]).data<double>().ToArray();
            for (int i = 0; i < sums.Length; i++)
                totals[group.Start + i] += sums[i];
        }
    }

    private sealed class Predictions(DisposeScope scope)
    {
        private readonly List<torch.Tensor> _predictions = [];
        private readonly List<torch.Tensor> _targets = [];
        private readonly List<torch.Tensor> _weights = [];

        public torch.Tensor All => torch.cat(_predictions);

        public void Add(Member member, torch.Tensor outputs, LabelStack rows, int place)
        {
            _predictions.Add(Kept(member.Predict(outputs)));
            _targets.Add(Kept(rows.Targets.select(0, place)));
            if (rows.Weights is not null)
                _weights.Add(Kept(rows.Weights.select(0, place)));
        }

        public double Evaluate(Metric metric) => metric.Evaluate(All, torch.cat(_targets), _weights.Count > 0 ? torch.cat(_weights) : null);

        private torch.Tensor Kept(torch.Tensor tensor) => tensor.cpu().clone().MoveToOtherDisposeScope(scope);
    }
}
