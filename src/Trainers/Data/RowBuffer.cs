using TorchSharp;

namespace MLNet.LossExperiments.Data;

/// <summary>Collects rows of floats whose number is not known beforehand, in blocks, so that growing copies nothing and no array meets the limits of one.</summary>
internal sealed class RowBuffer(int width)
{
    private const int FloatsPerBlock = 1 << 20;

    private readonly int _rowsPerBlock = Math.Max(1, FloatsPerBlock / width);
    private readonly List<float[]> _blocks = [];
    private int _rowsInLast;

    public int Count => _blocks.Count == 0 ? 0 : (_blocks.Count - 1) * _rowsPerBlock + _rowsInLast;

    /// <summary>The place for one more row; it counts once <see cref="Commit"/> is called.</summary>
    public Span<float> NextRow()
    {
        if (_blocks.Count == 0 || _rowsInLast == _rowsPerBlock)
        {
            _blocks.Add(new float[checked(_rowsPerBlock * width)]);
            _rowsInLast = 0;
        }
        return _blocks[^1].AsSpan(_rowsInLast * width, width);
    }

    public void Commit() => _rowsInLast++;

    /// <summary>[rows, width] of 32-bit floats.</summary>
    public torch.Tensor ToTensor()
    {
        torch.Tensor all = torch.empty([Count, width], torch.float32);
        using DisposeScope scope = torch.NewDisposeScope();
        for (int i = 0; i < _blocks.Count; i++)
        {
            int rows = i < _blocks.Count - 1 ? _rowsPerBlock : _rowsInLast;
            if (rows == 0)
                continue;
            using torch.Tensor block = torch.tensor(_blocks[i], [_rowsPerBlock, width]);
            all.narrow(0, (long)i * _rowsPerBlock, rows).copy_(block.narrow(0, 0, rows));
        }
        return all;
    }
}
