using TorchSharp;

namespace MLNet.LossExperiments.Data;

/// <summary>The labels and weights of as many rows of each member of a cohort.</summary>
/// <param name="Targets">[members, rows, …], the rest in the shape of the <see cref="TargetKind"/>.</param>
/// <param name="Weights">[members, rows]; null for equal weights.</param>
internal sealed record LabelStack(torch.Tensor Targets, torch.Tensor? Weights)
{
    /// <summary>The number of rows of each member.</summary>
    public int Count => (int)Targets.size(1);

    /// <summary>A view of <paramref name="count"/> rows of each member from <paramref name="start"/>.</summary>
    public LabelStack Rows(long start, long count) => new(Targets.narrow(1, start, count), Weights?.narrow(1, start, count));

    /// <summary>Those of some members one below the other: [members · rows, …], [members · rows].</summary>
    public (torch.Tensor Targets, torch.Tensor? Weights) Flattened(int firstMember, int members)
    {
        torch.Tensor Flatten(torch.Tensor tensor) => (members == tensor.size(0) ? tensor : tensor.narrow(0, firstMember, members)).flatten(0, 1);
        return (Flatten(Targets), Weights is null ? null : Flatten(Weights));
    }
}
