namespace MLNet.LossExperiments.Persistence;

/// <summary>Arrays of floats whose lengths stand elsewhere.</summary>
internal static class SinglesFormat
{
    public static void Write(BinaryWriter writer, ReadOnlySpan<float> values)
    {
        foreach (float value in values)
            writer.Write(value);
    }

    // Grows with what is really there, so that a damaged count ends in "end of stream", not in an allocation of gigabytes.
    public static float[] Read(BinaryReader reader, int count)
    {
        const int block = 1 << 16;
        var values = new float[Math.Min(count, block)];
        for (int i = 0; i < count; i++)
        {
            if (i == values.Length)
                Array.Resize(ref values, (int)Math.Min(count, 2L * values.Length));
            values[i] = reader.ReadSingle();
        }
        return values;
    }
}
