using TorchSharp;

namespace MLNet.LossExperiments.Data;

/// <summary>As many rows of each member of a cohort.</summary>
/// <param name="Features">[members, rows, features].</param>
/// <param name="Labels">Their labels and weights.</param>
internal sealed record RowStack(torch.Tensor Features, LabelStack Labels)
{
    public int Count => (int)Features.size(1);

    /// <summary>One table seen by all members; no memory is taken.</summary>
    public static RowStack Shared(RowTable table, int members)
    {
        torch.Tensor Repeat(torch.Tensor tensor) => tensor.unsqueeze(0).expand([members, .. tensor.shape]);
        return new(Repeat(table.Features), new LabelStack(Repeat(table.Targets), table.Weights is null ? null : Repeat(table.Weights)));
    }

    /// <summary>Rows of one table at <paramref name="indices"/>, [members · rows].</summary>
    public static RowStack Gathered(RowTable table, torch.Tensor indices, int members)
    {
        torch.Tensor Gather(torch.Tensor tensor) => tensor.index_select(0, indices).view([members, indices.size(0) / members, .. tensor.shape.AsSpan(1)]);
        return new(Gather(table.Features), new LabelStack(Gather(table.Targets), table.Weights is null ? null : Gather(table.Weights)));
    }
}
