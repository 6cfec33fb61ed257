using System.Collections;

namespace MLNet.LossExperiments.Data;

/// <summary>Marks rows of a stream by their place, with a bit for each.</summary>
internal sealed class RowFlags
{
    private readonly BitArray _bits = new(1024);

    public bool this[long place] => place < _bits.Length && _bits[(int)place];

    public void Set(long place)
    {
        if (place >= _bits.Length)
            _bits.Length = (int)Math.Min(Array.MaxLength, Math.Max(place + 1, 2L * _bits.Length));
        _bits[checked((int)place)] = true;
    }
}
