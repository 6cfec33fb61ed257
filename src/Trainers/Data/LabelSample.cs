using TorchSharp;

namespace MLNet.LossExperiments.Data;

/// <summary>
/// The labels and weights of all rows where they are few, of a random part where they are many: up to 65,536 rows. The choice depends on the number and the order of the rows alone, not on the blocks that they come in.
/// </summary>
/// <param name="width">The number of numbers of a label.</param>
internal sealed class LabelSample(int width)
{
    private const int MostRows = 1 << 16;
    private const int MostNumbers = 1 << 20;

    private readonly int _most = Math.Clamp(MostNumbers / width, 256, MostRows);
    private readonly List<float> _labels = [];
    private readonly List<float> _weights = [];
    private readonly List<long> _places = [];
    private readonly Random _random = new(1);
    private long _greatestPlace = long.MaxValue;

    /// <summary>The number of rows in the sample.</summary>
    public int Count => _places.Count;

    /// <summary>Their labels, [rows, width] of 32-bit floats.</summary>
    public torch.Tensor Labels => torch.tensor(_labels.ToArray(), [Count, width]);

    /// <summary>Their weights, [rows] of 32-bit floats; null for equal weights.</summary>
    public torch.Tensor? Weights => _weights.Count == 0 ? null : torch.tensor(_weights.ToArray());

    /// <summary>Draws from the next rows.</summary>
    public void Add(RowTable block)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        float[] labels = block.Targets.cpu().flatten().data<float>().ToArray();
        float[]? weights = block.Weights?.cpu().data<float>().ToArray();
        for (int row = 0; row < block.Count; row++)
        {
            long place = _random.NextInt64();
            if (place > _greatestPlace)
                continue;
            _places.Add(place);
            _labels.AddRange(labels.AsSpan(row * width, width));
            if (weights is not null)
                _weights.Add(weights[row]);
            if (Count > _most)
                Halve();
        }
    }

    private void Halve()
    {
        _greatestPlace /= 2;
        int kept = 0;
        for (int row = 0; row < Count; row++)
        {
            if (_places[row] > _greatestPlace)
                continue;
            _places[kept] = _places[row];
            for (int i = 0; i < width; i++)
                _labels[kept * width + i] = _labels[row * width + i];
            if (_weights.Count > 0)
                _weights[kept] = _weights[row];
            kept++;
        }
        _labels.RemoveRange(kept * width, _labels.Count - kept * width);
        if (_weights.Count > 0)
            _weights.RemoveRange(kept, _weights.Count - kept);
        _places.RemoveRange(kept, Count - kept);
    }
}
