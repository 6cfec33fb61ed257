using TorchSharp;

namespace MLNet.LossExperiments.Data;

/// <summary>
/// The numbers and weights of all rows where they are few, of a random part where they are many: up to 65,536 rows. The choice depends on the number and the order of the rows alone, not on the blocks that they come in.
/// </summary>
/// <param name="width">The number of numbers of a row.</param>
internal sealed class RowSample(int width)
{
    private const int MostRows = 1 << 16;
    private const int MostNumbers = 1 << 22;

    private readonly int _most = Math.Clamp(MostNumbers / width, 256, MostRows);
    private readonly List<float> _values = [];
    private readonly List<float> _weights = [];
    private readonly List<long> _places = [];
    private readonly Random _random = new(1);
    private long _greatestPlace = long.MaxValue;

    /// <summary>The number of numbers of a row.</summary>
    public int Width => width;

    /// <summary>The number of rows in the sample.</summary>
    public int Count => _places.Count;

    /// <summary>Their numbers, row after row.</summary>
    public float[] Values => [.. _values];

    /// <summary>Their weights; null for equal weights.</summary>
    public float[]? Weights => _weights.Count == 0 ? null : [.. _weights];

    /// <summary>Draws from the next rows.</summary>
    /// <param name="rows">[rows, width] of 32-bit floats.</param>
    /// <param name="rowWeights">[rows]; null for equal weights.</param>
    public void Add(torch.Tensor rows, torch.Tensor? rowWeights)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        float[] values = rows.cpu().flatten().data<float>().ToArray();
        float[]? weights = rowWeights?.cpu().data<float>().ToArray();
        for (int row = 0; row < values.Length / width; row++)
        {
            long place = _random.NextInt64();
            if (place > _greatestPlace)
                continue;
            _places.Add(place);
            _values.AddRange(values.AsSpan(row * width, width));
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
                _values[kept * width + i] = _values[row * width + i];
            if (_weights.Count > 0)
                _weights[kept] = _weights[row];
            kept++;
        }
        _values.RemoveRange(kept * width, _values.Count - kept * width);
        if (_weights.Count > 0)
            _weights.RemoveRange(kept, _weights.Count - kept);
        _places.RemoveRange(kept, Count - kept);
    }
}
