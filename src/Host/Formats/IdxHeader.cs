using System.Buffers.Binary;

namespace MLNet.LossExperiments.Host.Formats;

/// <summary>The beginning of an IDX file: two bytes of 0, the type of its values, the number of dimensions, and the size of each as 32 bits, the most significant first.</summary>
/// <param name="Type">What the values are.</param>
/// <param name="Shape">The size of each dimension; the first is the number of records.</param>
internal sealed record IdxHeader(IdxType Type, IReadOnlyList<int> Shape)
{
    public const int MostDimensions = 4;

    private const int FixedLength = 4;
    private const int SizeLength = 4;

    /// <summary>The number of values in a record.</summary>
    public long RecordLength => Shape.Skip(1).Aggregate(1L, (product, size) => checked(product * size));

    /// <summary>The number of bytes of a value.</summary>
    public int ValueLength => Type switch
    {
        IdxType.UByte or IdxType.SByte => 1,
        IdxType.Short => 2,
        IdxType.Int or IdxType.Float => 4,
        _ => 8,
    };

    /// <summary>The number of bytes of the header.</summary>
    public int Length => FixedLength + (SizeLength * Shape.Count);

    /// <summary>The number of bytes of the whole file, unpacked.</summary>
    /// <exception cref="OverflowException">It is beyond anything that there is.</exception>
    public long FileLength => checked(Length + (Shape[0] * RecordLength * ValueLength));

    /// <summary>Reads a header.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="stream">The file from its beginning, unpacked.</param>
    /// <exception cref="CommandException">There is none, or it makes no sense.</exception>
    public static IdxHeader Read(string path, Stream stream)
    {
        Span<byte> start = stackalloc byte[FixedLength];
        int length = stream.ReadAtLeast(start, FixedLength, throwOnEndOfStream: false);
        if (length < FixedLength || start[0] != 0 || start[1] != 0)
            throw CommandException.Failure($"{path} is not an IDX file: it begins with {(length == 0 ? "nothing" : Convert.ToHexString(start[..length]))}, but must begin with 0000, a type and a number of dimensions.");
        var type = (IdxType)start[2];
        if (!Enum.IsDefined(type))
            throw CommandException.Failure($"{path} is not an IDX file: there is no type of values {start[2]:X2}. The types are {string.Join(", ", Enum.GetValues<IdxType>().Select(known => $"{(byte)known:X2} ({known.ToString().ToLowerInvariant()})"))}.");
        int dimensions = start[3];
        if (dimensions is 0 or > MostDimensions)
            throw CommandException.Failure($"{path} cannot be read: it says that it has {dimensions} dimensions. IDX files with 1 to {MostDimensions} are.");
        return new IdxHeader(type, ReadShape(path, stream, dimensions));
    }

    public void Write(Stream stream)
    {
        Span<byte> bytes = stackalloc byte[Length];
        bytes.Clear();
        bytes[2] = (byte)Type;
        bytes[3] = (byte)Shape.Count;
        for (int i = 0; i < Shape.Count; i++)
            BinaryPrimitives.WriteInt32BigEndian(bytes[(FixedLength + (SizeLength * i))..], Shape[i]);
        stream.Write(bytes);
    }

    private static int[] ReadShape(string path, Stream stream, int dimensions)
    {
        Span<byte> bytes = stackalloc byte[SizeLength * dimensions];
        if (stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
            throw CommandException.Failure($"{path} ends in the middle of its header. Copy or download it again.");
        var shape = new int[dimensions];
        for (int i = 0; i < dimensions; i++)
        {
            shape[i] = BinaryPrimitives.ReadInt32BigEndian(bytes[(SizeLength * i)..]);
            if (shape[i] <= 0)
                throw CommandException.Failure($"{path} cannot be read: it says that its dimension {i + 1} has the size {(uint)shape[i]}, but sizes are from 1 to {int.MaxValue}.");
        }
        return shape;
    }
}
