using MLNet.LossExperiments.Data;
using MLNet.LossExperiments.Losses;
using MLNet.LossExperiments.Network;
using TorchSharp;

namespace MLNet.LossExperiments.Training;

/// <summary>Neighbours in a cohort that learn with one loss: their rows are given to it at once.</summary>
internal sealed class LossGroup
{
    private readonly IReadOnlyList<Member> _members;
    private readonly StackedOutput _output;

    private LossGroup(int start, IReadOnlyList<Member> members, torch.Device device)
    {
        Start = start;
        _members = members;
        _output = new StackedOutput([.. members.Select(member => member.Output)], device);
    }

    /// <summary>The place of the first member in the cohort.</summary>
    public int Start { get; }

    public int Count => _members.Count;

    public Loss Loss => _members[0].Task.Loss;

    /// <summary>Splits a cohort into groups, in its order.</summary>
    public static IReadOnlyList<LossGroup> Of(IReadOnlyList<Member> members, torch.Device device)
    {
        var groups = new List<LossGroup>();
        for (int start = 0; start < members.Count;)
        {
            int end = start + 1;
            while (end < members.Count && AreAlike(members[start], members[end]))
                end++;
            groups.Add(new LossGroup(start, [.. members.Skip(start).Take(end - start)], device));
            start = end;
        }
        return groups;
    }

    /// <summary>Of the outputs of the cohort [members, rows, outputs] those of the group after the output transform.</summary>
    public torch.Tensor Transform(torch.Tensor outputs) => _output.Apply(MembersOf(outputs));

    /// <summary>The losses of the rows of the members, [members · rows], one member after the other.</summary>
    /// <param name="loss">A loss that takes the outputs of this group.</param>
    /// <param name="transformed">What <see cref="Transform"/> gave.</param>
    /// <param name="labels">The labels of the rows, of the whole cohort.</param>
    /// <returns>The losses, not weighted, and the weights of the rows, null for equal ones.</returns>
    public (torch.Tensor Losses, torch.Tensor? Weights) RowLosses(Loss loss, torch.Tensor transformed, LabelStack labels)
    {
        (torch.Tensor targets, torch.Tensor? weights) = labels.Flattened(Start, Count);
        return (loss.RowLosses(transformed.flatten(0, 1), targets, weights), weights);
    }

    /// <summary>Brings the gradient of the cohort with respect to the outputs into the unit of the output scaling.</summary>
    public void ScaleGradient(torch.Tensor gradient) => _output.ScaleGradient(MembersOf(gradient));

    private static bool AreAlike(Member a, Member b) =>
        ReferenceEquals(a.Task.Loss, b.Task.Loss) && a.Task.Loss.TakesStackedRows && a.Monitor.OtherLoss?.TakesStackedRows != false && StackedOutput.FitTogether(a.Output, b.Output);

    private torch.Tensor MembersOf(torch.Tensor tensor) => Start == 0 && Count == tensor.size(0) ? tensor : tensor.narrow(0, Start, Count);
}
