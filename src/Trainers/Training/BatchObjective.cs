using MLNet.LossExperiments.Data;
using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Training;

/// <summary>The losses of a batch and their gradient. Here, once for all losses, rows are weighed and averaged, and only here something is differentiated automatically.</summary>
/// <param name="Sums">The weighted sum of the losses of each member, [members].</param>
/// <param name="Gradient">The gradient of the mean loss with respect to the outputs, [members, rows, outputs], in the unit of the output scaling.</param>
internal readonly record struct BatchObjective(torch.Tensor Sums, torch.Tensor Gradient)
{
    /// <exception cref="MlpTrainingException">A loss does not depend on the outputs.</exception>
    public static BatchObjective Of(IReadOnlyList<Member> members, torch.Tensor outputs, IReadOnlyList<RowTable> batches)
    {
        torch.Tensor leaf = outputs.detach().requires_grad_(true);
        var sums = new torch.Tensor[members.Count];
        for (int i = 0; i < members.Count; i++)
        {
            torch.Tensor losses = members[i].Task.Loss.RowLosses(members[i].Output.Apply(leaf.select(0, i)), batches[i].Targets, batches[i].Weights);
            sums[i] = (batches[i].Weights is { } weights ? losses * weights : losses).sum();
            if (!sums[i].requires_grad)
                throw new MlpTrainingException($"The loss '{members[i].Task.Loss}' does not depend on the outputs by differentiable operations, so nothing can be learnt from it. Keep to torch operations, and do not detach.");
        }
        torch.Tensor all = torch.stack(sums);
        all.sum().Times(1.0 / batches[0].Count).backward();
        for (int i = 0; i < members.Count; i++)
            members[i].Output.ScaleGradient(leaf.grad!.select(0, i));
        return new BatchObjective(all.detach(), leaf.grad!);
    }

    /// <summary>Looks at a first batch closely, row by row.</summary>
    /// <exception cref="MlpTrainingException">A loss or a gradient is not finite; the message names a row.</exception>
    public void ThrowIfNotFinite(IReadOnlyList<Member> members, torch.Tensor outputs, IReadOnlyList<RowTable> batches)
    {
        for (int i = 0; i < members.Count; i++)
        {
            torch.Tensor scaled = members[i].Output.Apply(outputs.detach().select(0, i));
            torch.Tensor losses = members[i].Task.Loss.RowLosses(scaled, batches[i].Targets, batches[i].Weights);
            Throw("value", losses.isfinite(), i);
            Throw("gradient", Gradient.select(0, i).isfinite().all(1), i);

            void Throw(string what, torch.Tensor isFinite, int member)
            {
                long row = isFinite.logical_not().to_type(torch.int64).argmax().item<long>();
                if (isFinite[row].item<bool>())
                    return;
                torch.Tensor target = batches[member].Targets[row];
                throw new MlpTrainingException(
                    $"The {what} of the loss '{members[member].Task.Loss}' is not finite in the first batch: where the network gives {Text(scaled[row])} and the label is {Text(target)}, the loss is {Text(losses[row])}. " +
                    "Where outputs or labels can take it out of the numbers (a logarithm or a root of 0, a division by 0, an exponential of something large), keep them away, for example by clamp.");
            }
        }
    }

    private static string Text(torch.Tensor values) => string.Join(", ", values.detach().cpu().to_type(torch.float32).flatten().data<float>().ToArray().Take(4).Select(value => value.ToString("G6", System.Globalization.CultureInfo.InvariantCulture)));
}
