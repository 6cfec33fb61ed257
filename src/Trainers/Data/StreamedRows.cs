using MLNet.LossExperiments.Interop;
using MLNet.LossExperiments.Models;
using TorchSharp;

namespace MLNet.LossExperiments.Data;

/// <summary>Rows that are read from their <see cref="Microsoft.ML.IDataView"/> in every pass, one block in memory at a time.</summary>
/// <param name="rows">The rows and their columns.</param>
/// <param name="rule">What labels must be.</param>
/// <param name="buffers">What rows are read into.</param>
/// <param name="blockSize">The number of rows of a block.</param>
/// <param name="count">The number of rows of a pass, as counted before.</param>
/// <param name="meanWeight">The mean weight, by which weights are divided.</param>
/// <param name="isWanted">Which rows belong to this source, by their places; null for all.</param>
/// <param name="inputScaler">What is done to features; null for nothing.</param>
/// <param name="device">Where blocks are put.</param>
/// <param name="checkAlive">Throws when the fit is to end.</param>
internal sealed class StreamedRows(FitRows rows, TargetRule rule, RowBuffers buffers, int blockSize, int count, double meanWeight, Func<long, bool>? isWanted, InputScaler? inputScaler, torch.Device device, Action checkAlive) : RowSource
{
    public override int Count => count;

    public override IEnumerable<RowTable> Blocks()
    {
        using var reader = new RowReader(rows, rule, buffers, checkAlive, isWanted);
        int seen = 0;
        while (!reader.IsAtEnd)
        {
            using DisposeScope scope = torch.NewDisposeScope();
            RowTable block = reader.Read(blockSize);
            if (block.Count == 0)
                break;
            seen += block.Count;
            yield return block.ScaleInPlace(inputScaler).WithWeightsDividedBy(meanWeight).To(device);
        }
        if (seen != count)
            throw new MlpTrainingException($"The data gave {count} rows in one pass and {seen} in another. Rows that are streamed must be the same in every pass: leave out transforms that draw at random, or let all rows fit into memory.");
    }
}
