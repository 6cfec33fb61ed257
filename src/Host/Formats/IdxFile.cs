using System.IO.Compression;

namespace MLNet.LossExperiments.Host.Formats;

/// <summary>Reads a file in the IDX format, that of MNIST, record by record, packed by gzip or not.</summary>
internal sealed class IdxFile : IDisposable
{
    // What gzip can make of one byte at best: 1032 bytes.
    private const long MostUnpacked = 1032;
    private const int BufferLength = 1 << 16;

    private readonly Stream _stream;
    private readonly byte[] _record;
    private int _read;

    private IdxFile(string path, Stream stream, IdxHeader header)
    {
        Path = path;
        _stream = stream;
        Header = header;
        _record = new byte[header.RecordLength * header.ValueLength];
    }

    public string Path { get; }

    public IdxHeader Header { get; }

    /// <summary>The number of records.</summary>
    public int Count => Header.Shape[0];

    /// <summary>The size of each dimension of a record: 28, 28 for images of MNIST; empty where a record is one number.</summary>
    public IReadOnlyList<int> RecordShape => [.. Header.Shape.Skip(1)];

    /// <summary>The number of values in a record.</summary>
    public int RecordLength => (int)Header.RecordLength;

    /// <summary>Opens a file and reads its header.</summary>
    /// <exception cref="CommandException">It cannot be read, is not in the format, or is too short or too long for what its header says.</exception>
    public static IdxFile Open(string path)
    {
        FileStream file = OpenStream(path);
        Stream stream = file;
        try
        {
            bool isPacked = IsPacked(file);
            if (isPacked)
                stream = new GZipStream(file, CompressionMode.Decompress);
            stream = new BufferedStream(stream, BufferLength);
            IdxHeader header = IdxHeader.Read(path, stream);
            CheckLength(path, header, file.Length, isPacked);
            return new IdxFile(path, stream, header);
        }
        catch (Exception e)
        {
            stream.Dispose();
            throw e is InvalidDataException or IOException ? Damaged(path, e) : e;
        }
    }

    /// <summary>Reads the next record as numbers; false after the last.</summary>
    /// <param name="values">Receives them; as long as <see cref="RecordLength"/>.</param>
    /// <exception cref="CommandException">The file ends within a record, or goes on after the last.</exception>
    public bool ReadNext(Span<float> values)
    {
        try
        {
            if (_read == Count)
                return _stream.ReadByte() < 0 ? false : throw CommandException.Failure($"{Path} goes on after the last of its {Count} records. Its header or its end is damaged; copy or download it again.");
            if (_stream.ReadAtLeast(_record, _record.Length, throwOnEndOfStream: false) < _record.Length)
                throw CommandException.Failure($"{Path} ends within record {_read + 1} of {Count}. Copy or download it again.");
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            throw Damaged(Path, e);
        }
        IdxValues.Decode(Header, _record, values);
        _read++;
        return true;
    }

    public void Dispose() => _stream.Dispose();

    // By its first bytes, whatever its name.
    private static bool IsPacked(FileStream file)
    {
        bool isPacked = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
        file.Position = 0;
        return isPacked;
    }

    private static void CheckLength(string path, IdxHeader header, long length, bool isPacked)
    {
        long expected = Expected(header);
        string said = $"its header speaks of {string.Join(" x ", header.Shape)} values of {header.ValueLength} {(header.ValueLength == 1 ? "byte" : "bytes")}";
        if (isPacked ? expected > length * MostUnpacked : expected > length)
            throw CommandException.Failure($"{path} is too short: {said}, more than there can be in {length} bytes. It is damaged or cut off; copy or download it again.");
        if (!isPacked && expected < length)
            throw CommandException.Failure($"{path} is too long: {said}, which together with the header make {expected} bytes, but it has {length}. It is damaged; copy or download it again.");
        if (header.RecordLength * header.ValueLength > Array.MaxLength)
            throw CommandException.Failure($"{path} cannot be read: one record of it, {string.Join(" x ", header.Shape.Skip(1))} values, does not fit into memory.");
    }

    private static long Expected(IdxHeader header)
    {
        try
        {
            return header.FileLength;
        }
        catch (OverflowException)
        {
            return long.MaxValue;
        }
    }

    private static FileStream OpenStream(string path)
    {
        if (Directory.Exists(path))
            throw CommandException.Failure($"{path} is a folder, but must be a file.");
        if (!File.Exists(path))
            throw CommandException.Failure($"There is no file {path}.");
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CommandException.Failure($"{path} cannot be read: {e.Message}", e);
        }
    }

    private static CommandException Damaged(string path, Exception e) =>
        CommandException.Failure($"{path} cannot be read: {e.Message} If it is damaged, copy or download it again.", e);
}
