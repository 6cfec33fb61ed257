namespace MLNet.LossExperiments.Host.Formats;

/// <summary>A stream that comes but once, with a beginning that can be looked at again: until it has been read past that beginning, it can be set back to its start.</summary>
internal sealed class ReplayedStream(Stream source) : Stream
{
    private const int MostKept = 1 << 20;

    private readonly byte[] _beginning = new byte[MostKept];
    private int _kept;
    private int _place;
    private bool _isPast;

    public override bool CanRead => true;

    public override bool CanSeek => !_isPast;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _place;
        set
        {
            if (value != 0 || _isPast)
                throw new NotSupportedException("Only its start can be gone back to, and only from near it.");
            _place = 0;
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (_place < _kept)
        {
            int replayed = Math.Min(buffer.Length, _kept - _place);
            _beginning.AsSpan(_place, replayed).CopyTo(buffer);
            _place += replayed;
            return replayed;
        }
        int read = source.Read(_isPast ? buffer : buffer[..Math.Min(buffer.Length, Math.Max(1, MostKept - _kept))]);
        if (!_isPast && _kept + read <= MostKept)
        {
            buffer[..read].CopyTo(_beginning.AsSpan(_kept));
            _kept += read;
            _place = _kept;
        }
        else
        {
            _isPast = true;
        }
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    // Looked at more than once, and closed by each who looked.
    protected override void Dispose(bool disposing) => base.Dispose(disposing);
}
