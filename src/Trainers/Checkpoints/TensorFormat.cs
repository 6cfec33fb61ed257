using System.Runtime.InteropServices;
using TorchSharp;

namespace MLNet.LossExperiments.Checkpoints;

/// <summary>A tensor in a checkpoint, bit by bit: int type, int dimensions, long sizes, the values row by row.</summary>
internal static class TensorFormat
{
    private const int MostDimensions = 8;

    public static void Write(BinaryWriter writer, torch.Tensor tensor)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        torch.Tensor values = tensor.detach().cpu().contiguous();
        writer.Write((int)values.dtype);
        writer.Write(values.shape.Length);
        foreach (long size in values.shape)
            writer.Write(size);
        if (values.numel() == 0)
            return;
        switch (values.dtype)
        {
            case torch.ScalarType.Float32:
                writer.Write(MemoryMarshal.AsBytes<float>(values.data<float>().ToArray()));
                break;
            case torch.ScalarType.Float64:
                writer.Write(MemoryMarshal.AsBytes<double>(values.data<double>().ToArray()));
                break;
            case torch.ScalarType.Int64:
                writer.Write(MemoryMarshal.AsBytes<long>(values.data<long>().ToArray()));
                break;
            default:
                throw new NotSupportedException($"A tensor of {values.dtype} is not saved.");
        }
    }

    /// <exception cref="InvalidDataException">The bytes are no tensor.</exception>
    public static torch.Tensor Read(BinaryReader reader)
    {
        var type = (torch.ScalarType)reader.ReadInt32();
        int dimensions = reader.ReadInt32();
        if (dimensions is < 0 or > MostDimensions)
            throw new InvalidDataException($"a tensor claims to have {dimensions} dimensions.");
        var shape = new long[dimensions];
        long count = 1;
        for (int i = 0; i < dimensions; i++)
        {
            shape[i] = reader.ReadInt64();
            if (shape[i] < 0)
                throw new InvalidDataException("a tensor claims to have a negative size.");
            count = checked(count * shape[i]);
        }
        return type switch
        {
            torch.ScalarType.Float32 => torch.tensor(ReadValues<float>(reader, count), shape),
            torch.ScalarType.Float64 => torch.tensor(ReadValues<double>(reader, count), shape),
            torch.ScalarType.Int64 => torch.tensor(ReadValues<long>(reader, count), shape),
            _ => throw new InvalidDataException($"{(int)type} is not the number of a type of tensors."),
        };
    }

    private static T[] ReadValues<T>(BinaryReader reader, long count)
        where T : struct
    {
        long left = reader.BaseStream.Length - reader.BaseStream.Position;
        if (count * Marshal.SizeOf<T>() > left)
            throw new EndOfStreamException("a tensor claims to be longer than the file.");
        var values = new T[count];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }
}
