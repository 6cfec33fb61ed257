using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Data;

/// <summary>Rows as tensors, which live as long as the dispose scope that they were made in.</summary>
/// <param name="Features">[rows, features] of 32-bit floats.</param>
/// <param name="Targets">In the shape of the <see cref="TargetKind"/>.</param>
/// <param name="Weights">[rows] of 32-bit floats, of mean 1 over all rows that are trained on; null for equal weights.</param>
internal sealed record RowTable(torch.Tensor Features, torch.Tensor Targets, torch.Tensor? Weights) : IDisposable
{
    public int Count => (int)Features.size(0);

    /// <summary>The rows of several tables, one below the other; either all have weights or none has.</summary>
    public static RowTable Concatenate(IReadOnlyList<RowTable> tables) => new(
        torch.cat([.. tables.Select(table => table.Features)]),
        torch.cat([.. tables.Select(table => table.Targets)]),
        tables[0].Weights is null ? null : torch.cat([.. tables.Select(table => table.Weights!)]));

    /// <summary>Frees the tensors now.</summary>
    public void Dispose()
    {
        Features.Dispose();
        Targets.Dispose();
        Weights?.Dispose();
    }

    /// <summary>Lets the tensors live as long as the scope around the innermost one.</summary>
    public RowTable MoveToOuterScope() => new(Features.MoveToOuterDisposeScope(), Targets.MoveToOuterDisposeScope(), Weights?.MoveToOuterDisposeScope());

    /// <summary>A new table of the rows at <paramref name="indices"/>, [count] of 64-bit integers.</summary>
    public RowTable Select(torch.Tensor indices) =>
        new(Features.index_select(0, indices), Targets.index_select(0, indices), Weights?.index_select(0, indices));

    /// <summary>Tables of the rows at <paramref name="kept"/> and at <paramref name="taken"/>, which must ascend. Those kept move to the front of this table's memory, so that they are not held twice; this table is disposed.</summary>
    /// <param name="kept">Indices of rows, [count] of 64-bit integers.</param>
    /// <param name="taken">The other indices.</param>
    /// <param name="bytesAtOnce">About how many bytes of features move at once.</param>
    public (RowTable Kept, RowTable Taken) Divide(torch.Tensor kept, torch.Tensor taken, long bytesAtOnce = TensorMemory.BytesAtOnce)
    {
        RowTable split = Select(taken);
        long count = kept.size(0), rowsAtOnce = Math.Max(1, bytesAtOnce / (sizeof(float) * Features.size(1)));
        for (long start = 0; start < count; start += rowsAtOnce)
        {
            using DisposeScope scope = torch.NewDisposeScope();
            long size = Math.Min(rowsAtOnce, count - start);
            // No row is overwritten before it has moved: the indices ascend.
            RowTable moved = Select(kept.narrow(0, start, size)), place = Slice(start, size);
            place.Features.copy_(moved.Features);
            place.Targets.copy_(moved.Targets);
            place.Weights?.copy_(moved.Weights!);
        }
        RowTable front = Slice(0, count);
        Dispose();
        return (front, split);
    }

    /// <summary>A view of <paramref name="count"/> rows from <paramref name="start"/>.</summary>
    public RowTable Slice(long start, long count) =>
        new(Features.narrow(0, start, count), Targets.narrow(0, start, count), Weights?.narrow(0, start, count));

    /// <summary>This table on a device; the same one where it is there already.</summary>
    public RowTable To(torch.Device device) => new(Features.to(device), Targets.to(device), Weights?.to(device));

    /// <summary>The same rows with their features scaled; the table's own features are overwritten.</summary>
    public RowTable ScaleInPlace(InputScaler? scaler)
    {
        if (scaler is null)
            return this;
        using torch.Tensor offsets = torch.tensor(scaler.Offsets.ToArray()).to(Features.device), factors = torch.tensor(scaler.Factors.ToArray()).to(Features.device);
        Features.sub_(offsets).mul_(factors);
        return this;
    }

    /// <summary>With weights of mean 1 the loss of a batch is on the same scale whatever the weights add up to.</summary>
    public RowTable WithWeightsDividedBy(double meanWeight) => Weights is null ? this : this with { Weights = Weights.Times(1 / meanWeight) };
}
