using MLNet.LossExperiments.Data;
using TorchSharp;

namespace MLNet.LossExperiments.Training;

/// <summary>The weighted mean loss and the metric of rows, with dropout off.</summary>
internal readonly record struct Evaluation(double Loss, double Metric)
{
    // Bounds the memory of a pass: 2^18 activations of the widest layer are a megabyte.
    private const int MostActivations = 1 << 18;

    public static Evaluation Of(Member member, RowTable rows)
    {
        LearningTask task = member.Task;
        int widest = member.Network.Shape.Layers.Max(layer => Math.Max(layer.Inputs, layer.Outputs));
        long block = Math.Max(1, MostActivations / widest);
        double loss = 0, metric = 0, weight = 0;
        for (long start = 0; start < rows.Count; start += block)
        {
            using DisposeScope scope = torch.NewDisposeScope();
            RowTable part = rows.Slice(start, Math.Min(block, rows.Count - start));
            torch.Tensor outputs = member.Output.Apply(member.Network.Evaluate(part.Features.unsqueeze(0)).squeeze(0));
            loss += Sum(task.Loss.RowLosses(outputs, part.Targets), part.Weights);
            metric += Sum(task.Metric.RowValues(outputs, part.Targets), part.Weights);
            weight += part.Weights is null ? part.Count : Sum(part.Weights, null);
        }
        return new Evaluation(loss / weight, task.Metric.Finish(metric / weight));
    }

    // In doubles, and so on the processor: Apple's devices have none.
    private static double Sum(torch.Tensor values, torch.Tensor? weights) =>
        (weights is null ? values : values * weights).detach().cpu().to_type(torch.float64).sum().item<double>();
}
