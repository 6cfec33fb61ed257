using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Checkpoints;

/// <summary>A tensor in a checkpoint, bit by bit: int type, int dimensions, long sizes, the values row by row.</summary>
internal static class TensorFormat
{
    private const int MostDimensions = 8;

    public static void Write(BinaryWriter writer, torch.Tensor tensor, long bytesAtOnce = TensorMemory.BytesAtOnce)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        torch.Tensor values = tensor.detach().cpu().contiguous();
        writer.Write((int)values.dtype);
        writer.Write(values.shape.Length);
        foreach (long size in values.shape)
            writer.Write(size);
        if (!IsSaved(values.dtype))
            throw new NotSupportedException($"A tensor of {values.dtype} is not saved.");
        foreach (torch.Tensor part in TensorMemory.Parts(values, bytesAtOnce))
            writer.Write(part.bytes);
    }

    /// <exception cref="InvalidDataException">The bytes are no tensor.</exception>
    public static torch.Tensor Read(BinaryReader reader, long bytesAtOnce = TensorMemory.BytesAtOnce)
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
        if (!IsSaved(type))
            throw new InvalidDataException($"{(int)type} is not the number of a type of tensors.");
        long left = reader.BaseStream.Length - reader.BaseStream.Position;
        if (count > left / (type == torch.ScalarType.Float32 ? sizeof(float) : sizeof(double)))
            throw new EndOfStreamException("a tensor claims to be longer than the file.");
        torch.Tensor tensor = torch.empty(shape, type);
        foreach (torch.Tensor part in TensorMemory.Parts(tensor, bytesAtOnce))
            reader.BaseStream.ReadExactly(part.bytes);
        return tensor;
    }

    private static bool IsSaved(torch.ScalarType type) => type is torch.ScalarType.Float32 or torch.ScalarType.Float64 or torch.ScalarType.Int64;
}
