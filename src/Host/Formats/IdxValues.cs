using System.Buffers.Binary;

namespace MLNet.LossExperiments.Host.Formats;

/// <summary>Turns the bytes of a record of an IDX file into numbers, and back. The most significant byte comes first.</summary>
internal static class IdxValues
{
    public static void Decode(IdxHeader header, ReadOnlySpan<byte> bytes, Span<float> values)
    {
        int length = header.ValueLength;
        for (int i = 0; i < values.Length; i++)
        {
            ReadOnlySpan<byte> value = bytes.Slice(i * length, length);
            values[i] = header.Type switch
            {
                IdxType.UByte => value[0],
                IdxType.SByte => (sbyte)value[0],
                IdxType.Short => BinaryPrimitives.ReadInt16BigEndian(value),
                IdxType.Int => BinaryPrimitives.ReadInt32BigEndian(value),
                IdxType.Float => BinaryPrimitives.ReadSingleBigEndian(value),
                _ => (float)BinaryPrimitives.ReadDoubleBigEndian(value),
            };
        }
    }

    /// <exception cref="OverflowException">A value is not one of the type.</exception>
    public static void Encode(IdxHeader header, ReadOnlySpan<float> values, Span<byte> bytes)
    {
        int length = header.ValueLength;
        for (int i = 0; i < values.Length; i++)
        {
            Span<byte> value = bytes.Slice(i * length, length);
            switch (header.Type)
            {
                case IdxType.UByte:
                    value[0] = (byte)Whole(values[i], byte.MinValue, byte.MaxValue);
                    break;
                case IdxType.SByte:
                    value[0] = (byte)(sbyte)Whole(values[i], sbyte.MinValue, sbyte.MaxValue);
                    break;
                case IdxType.Short:
                    BinaryPrimitives.WriteInt16BigEndian(value, (short)Whole(values[i], short.MinValue, short.MaxValue));
                    break;
                case IdxType.Int:
                    BinaryPrimitives.WriteInt32BigEndian(value, (int)Whole(values[i], int.MinValue, int.MaxValue));
                    break;
                case IdxType.Float:
                    BinaryPrimitives.WriteSingleBigEndian(value, values[i]);
                    break;
                default:
                    BinaryPrimitives.WriteDoubleBigEndian(value, values[i]);
                    break;
            }
        }
    }

    private static long Whole(float value, long least, long most) =>
        float.IsInteger(value) && (double)value >= least && (double)value <= most
            ? (long)value
            : throw new OverflowException($"{value} is not a whole number from {least} to {most}.");
}
