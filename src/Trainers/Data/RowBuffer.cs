using System.Runtime.InteropServices;
using TorchSharp;

namespace MLNet.LossExperiments.Data;

/// <summary>Collects rows of floats whose number is not known beforehand, in blocks, so that growing copies nothing and no array meets the limits of one.</summary>
internal sealed class RowBuffer(int width)
{
    private const int FloatsPerBlock = 1 << 20;

    private readonly int _rowsPerBlock = Math.Max(1, FloatsPerBlock / width);
    private readonly List<float[]> _blocks = [];
    private int _block = -1;
    private int _rowsInLast;

    public int Count => _block < 0 ? 0 : _block * _rowsPerBlock + _rowsInLast;

    /// <summary>Forgets the rows but keeps their memory for new ones.</summary>
    public void Clear()
    {
        _block = -1;
        _rowsInLast = 0;
    }

    /// <summary>The place for one more row; it counts once <see cref="Commit"/> is called.</summary>
    public Span<float> NextRow()
    {
        if (_block < 0 || _rowsInLast == _rowsPerBlock)
        {
            _block++;
            _rowsInLast = 0;
            if (_block == _blocks.Count)
                _blocks.Add(new float[checked(_rowsPerBlock * width)]);
        }
        return _blocks[_block].AsSpan(_rowsInLast * width, width);
    }

    public void Commit() => _rowsInLast++;

    /// <summary>[rows, width] of 32-bit floats.</summary>
    public torch.Tensor ToTensor()
    {
        torch.Tensor all = torch.empty([Count, width], torch.float32);
        using DisposeScope scope = torch.NewDisposeScope();
        for (int i = 0; i <= _block; i++)
        {
            int rows = i < _block ? _rowsPerBlock : _rowsInLast;
            if (rows == 0)
                continue;
            // Straight into the tensor's memory: torch.tensor would clone the array first, which leaves as much garbage as there are rows.
            MemoryMarshal.AsBytes(_blocks[i].AsSpan(0, rows * width)).CopyTo(all.narrow(0, (long)i * _rowsPerBlock, rows).bytes);
        }
        return all;
    }
}
