namespace MLNet.LossExperiments.Host.Formats;

/// <summary>Writes records in the IDX format.</summary>
internal sealed class IdxWriter
{
    private readonly Stream _stream;
    private readonly IdxHeader _header;
    private readonly byte[] _record;
    private int _written;

    /// <param name="stream">Where to; the header is written at once. Stays open.</param>
    /// <param name="type">What to write values as.</param>
    /// <param name="shape">The number of records, then the size of each of their dimensions.</param>
    public IdxWriter(Stream stream, IdxType type, params IReadOnlyList<int> shape)
    {
        _stream = stream;
        _header = new IdxHeader(type, shape);
        _record = new byte[_header.RecordLength * _header.ValueLength];
        _header.Write(stream);
    }

    /// <summary>Writes the next record.</summary>
    /// <exception cref="CommandException">A value is not one of the type.</exception>
    /// <exception cref="InvalidOperationException">All records that the header speaks of are written.</exception>
    public void Write(ReadOnlySpan<float> values)
    {
        if (_written == _header.Shape[0])
            throw new InvalidOperationException($"All {_written} records are written.");
        try
        {
            IdxValues.Encode(_header, values, _record);
        }
        catch (OverflowException e)
        {
            throw CommandException.Failure($"Record {_written + 1} cannot be written as {_header.Type.ToString().ToLowerInvariant()}: {e.Message}", e);
        }
        _stream.Write(_record);
        _written++;
    }
}
