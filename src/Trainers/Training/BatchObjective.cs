using MLNet.LossExperiments.Data;
using TorchSharp;

namespace MLNet.LossExperiments.Training;

/// <summary>The losses of a batch and their gradient. Here, once for all losses, rows are weighed and averaged, and only here something is differentiated automatically.</summary>
/// <param name="Sums">The weighted sum of the losses of each member, [members].</param>
/// <param name="Gradient">The gradient of the sums with respect to the outputs, [members, rows, outputs], in the unit of the output scaling.</param>
internal readonly record struct BatchObjective(torch.Tensor Sums, torch.Tensor Gradient)
{
    /// <param name="groups">The members.</param>
    /// <param name="outputs">What the networks gave, [members, rows, outputs]; becomes a leaf of differentiation.</param>
    /// <param name="batch">The labels of the rows.</param>
    /// <exception cref="MlpTrainingException">A loss does not depend on the outputs.</exception>
    public static BatchObjective Of(IReadOnlyList<LossGroup> groups, torch.Tensor outputs, LabelStack batch)
    {
        torch.Tensor leaf = outputs.requires_grad_(true);
        var sums = new torch.Tensor[groups.Count];
        for (int i = 0; i < groups.Count; i++)
        {
            LossGroup group = groups[i];
            (torch.Tensor losses, torch.Tensor? weights) = group.RowLosses(group.Loss, group.Transform(leaf), batch);
            torch.Tensor weighted = weights is null ? losses : losses * weights;
            if (!weighted.requires_grad)
                throw new MlpTrainingException($"The loss '{group.Loss}' does not depend on the outputs by differentiable operations, so nothing can be learnt from it. Keep to torch operations, and do not detach.");
            sums[i] = group.Count == 1 ? weighted.sum([0], keepdim: true) : weighted.view(group.Count, -1).sum([1]);
        }
        torch.Tensor all = sums.Length == 1 ? sums[0] : torch.cat(sums);
        (all.numel() == 1 ? all : all.sum()).backward();
        torch.Tensor gradient = leaf.grad!;
        foreach (LossGroup group in groups)
            group.ScaleGradient(gradient);
        return new BatchObjective(all.detach(), gradient);
    }

    /// <summary>Looks at a first batch closely, row by row.</summary>
    /// <returns>For each member what is wrong, naming a row: its loss or a gradient is not finite; null if nothing is.</returns>
    public IReadOnlyList<MlpTrainingException?> FindFaults(IReadOnlyList<LossGroup> groups, torch.Tensor outputs, LabelStack batch)
    {
        var faults = new List<MlpTrainingException?>();
        foreach (LossGroup group in groups)
        {
            torch.Tensor transformed = group.Transform(outputs.detach());
            torch.Tensor losses = group.RowLosses(group.Loss, transformed, batch).Losses.view(group.Count, -1);
            for (int i = 0; i < group.Count; i++)
            {
                (torch.Tensor scaled, torch.Tensor own, torch.Tensor targets) = (transformed.select(0, i), losses.select(0, i), batch.Targets.select(0, group.Start + i));
                faults.Add(Find("value", own.isfinite()) ?? Find("gradient", Gradient.select(0, group.Start + i).isfinite().all(1)));

                MlpTrainingException? Find(string what, torch.Tensor isFinite)
                {
                    long row = isFinite.logical_not().to_type(torch.int64).argmax().item<long>();
                    return isFinite[row].item<bool>()
                        ? null
                        : new MlpTrainingException(
                            $"The {what} of the loss '{group.Loss}' is not finite in the first batch: where the network gives {Text(scaled[row])} and the label is {Text(targets[row])}, the loss is {Text(own[row])}. " +
                            "Where outputs or labels can take it out of the numbers (a logarithm or a root of 0, a division by 0, an exponential of something large), keep them away, for example by clamp.");
                }
            }
        }
        return faults;
    }

    private static string Text(torch.Tensor values) => string.Join(", ", values.detach().cpu().to_type(torch.float32).flatten().data<float>().ToArray().Take(4).Select(value => value.ToString("G6", System.Globalization.CultureInfo.InvariantCulture)));
}
