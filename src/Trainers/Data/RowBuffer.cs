using System.Runtime.InteropServices;
using TorchSharp;

namespace MLNet.LossExperiments.Data;

/// <summary>Collects rows of floats whose number is not known beforehand, in blocks, so that growing copies nothing and no array meets the limits of one.</summary>
/// <param name="width">The floats of a row.</param>
/// <param name="floatsPerBlock">About how many floats a block has. As many as by default come from the system and go back to it one by one.</param>
internal sealed class RowBuffer(int width, int floatsPerBlock = 1 << 24)
{
    private readonly int _rowsPerBlock = Math.Max(1, floatsPerBlock / width);
    private readonly List<FloatBlock> _blocks = [];
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
                _blocks.Add(new FloatBlock(checked(_rowsPerBlock * width)));
        }
        return _blocks[_block].Floats.Slice(_rowsInLast * width, width);
    }

    public void Commit() => _rowsInLast++;

    /// <summary>[rows, width] of 32-bit floats, a copy.</summary>
    public torch.Tensor ToTensor() => ToTensor(releases: false);

    /// <summary>[rows, width] of 32-bit floats, and an empty buffer without memory: each block is given back once it is copied, so that the rows are never held twice.</summary>
    public torch.Tensor TakeTensor()
    {
        torch.Tensor all = ToTensor(releases: true);
        _blocks.ForEach(block => block.Dispose());
        _blocks.Clear();
        Clear();
        return all;
    }

    private torch.Tensor ToTensor(bool releases)
    {
        torch.Tensor all = torch.empty([Count, width], torch.float32);
        using DisposeScope scope = torch.NewDisposeScope();
        for (int i = 0; i <= _block; i++)
        {
            int rows = i < _block ? _rowsPerBlock : _rowsInLast;
            if (rows == 0)
                continue;
            // Straight into the tensor's memory: torch.tensor would clone the array first, which leaves as much garbage as there are rows.
            MemoryMarshal.AsBytes(_blocks[i].Floats[..(rows * width)]).CopyTo(all.narrow(0, (long)i * _rowsPerBlock, rows).bytes);
            if (releases)
                _blocks[i].Dispose();
        }
        return all;
    }
}
