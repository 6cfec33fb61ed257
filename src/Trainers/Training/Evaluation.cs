using MLNet.LossExperiments.Data;
using MLNet.LossExperiments.Losses;
using TorchSharp;

namespace MLNet.LossExperiments.Training;

/// <summary>What a network makes of rows, with dropout off: the weighted mean loss, and the number that is watched or the task's metric.</summary>
internal readonly record struct Evaluation(double Loss, double Metric)
{
    // Bounds the memory of a pass: 2^18 activations of the widest layer are a megabyte.
    private const int MostActivations = 1 << 18;

    public static Evaluation Of(Member member, RowSource rows)
    {
        var outputs = new List<torch.Tensor>();
        var targets = new List<torch.Tensor>();
        var weights = new List<torch.Tensor>();
        using DisposeScope scope = torch.NewDisposeScope();
        var loss = new WeightedMean();
        Loss? other = member.Monitor.OtherLoss;
        var otherLoss = new WeightedMean();
        foreach ((torch.Tensor output, RowTable part) in Parts(member, rows))
        {
            loss.Add(member.Task.Loss, output, part);
            if (other is not null)
            {
                otherLoss.Add(other, output, part);
                continue;
            }
            outputs.Add(Kept(member.Predict(output)));
            targets.Add(Kept(part.Targets));
            if (part.Weights is not null)
                weights.Add(Kept(part.Weights));
        }
        double metric = other is not null
            ? otherLoss.Value
            : member.Metric.Evaluate(torch.cat(outputs), torch.cat(targets), weights.Count > 0 ? torch.cat(weights) : null);
        return new Evaluation(loss.Value, metric);

        torch.Tensor Kept(torch.Tensor tensor) => tensor.cpu().clone().MoveToOtherDisposeScope(scope);
    }

    /// <summary>The loss alone.</summary>
    public static double LossOf(Member member, RowSource rows)
    {
        var loss = new WeightedMean();
        foreach ((torch.Tensor output, RowTable part) in Parts(member, rows))
            loss.Add(member.Task.Loss, output, part);
        return loss.Value;
    }

    /// <summary>The outputs of the network, after the output range, part by part; a part lives until the next one is asked for.</summary>
    public static IEnumerable<(torch.Tensor Outputs, RowTable Rows)> Parts(Member member, RowSource rows)
    {
        int widest = member.Result.Shape.Layers.Max(layer => Math.Max(layer.Inputs, layer.Outputs));
        long size = member.Task.Loss.IsBatchwise || member.Monitor.OtherLoss?.IsBatchwise == true ? member.BatchSize : Math.Max(1, MostActivations / widest);
        foreach (RowTable block in rows.Blocks())
        {
            for (long start = 0; start < block.Count; start += size)
            {
                using DisposeScope scope = torch.NewDisposeScope();
                RowTable part = block.Slice(start, Math.Min(size, block.Count - start));
                yield return (member.Output.Apply(member.Result.Evaluate(part.Features.unsqueeze(0)).squeeze(0)), part);
            }
        }
    }

    // In doubles, and so on the processor: Apple's devices have none.
    private sealed class WeightedMean
    {
        private double _sum;
        private double _weight;

        public double Value => _sum / _weight;

        public void Add(Loss loss, torch.Tensor outputs, RowTable rows)
        {
            torch.Tensor losses = loss.RowLosses(outputs, rows.Targets, rows.Weights);
            _sum += Sum(rows.Weights is null ? losses : losses * rows.Weights);
            _weight += rows.Weights is null ? rows.Count : Sum(rows.Weights);
        }

        private static double Sum(torch.Tensor values) => values.detach().cpu().to_type(torch.float64).sum().item<double>();
    }
}
