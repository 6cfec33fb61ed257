using System.Globalization;

namespace MLNet.LossExperiments;

/// <summary>Where a network is trained.</summary>
public sealed record TrainingDevice
{
    private TrainingDevice(DeviceKind kind, int index)
    {
        Kind = kind;
        Index = index;
    }

    /// <summary>The first CUDA device where there is one, else Apple's MPS where there is one, else the processor.</summary>
    public static TrainingDevice Auto { get; } = new(DeviceKind.Auto, 0);

    /// <summary>The processor.</summary>
    public static TrainingDevice Cpu { get; } = new(DeviceKind.Cpu, 0);

    /// <summary>Apple's Metal Performance Shaders.</summary>
    public static TrainingDevice Mps { get; } = new(DeviceKind.Mps, 0);

    /// <summary>A CUDA device. The application must reference a CUDA build of libtorch.</summary>
    /// <param name="index">The device's number, from 0.</param>
    /// <returns>The device.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is negative.</exception>
    public static TrainingDevice Cuda(int index = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        return new(DeviceKind.Cuda, index);
    }

    internal DeviceKind Kind { get; }

    internal int Index { get; }

    /// <summary>Reads a device from its text: <c>auto</c>, <c>cpu</c>, <c>cuda</c>, <c>cuda:1</c> or <c>mps</c>.</summary>
    /// <param name="text">The text; case does not matter.</param>
    /// <returns>The device.</returns>
    /// <exception cref="FormatException">The text is none of the above.</exception>
    public static TrainingDevice Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Trim().ToUpperInvariant() switch
        {
            "AUTO" => Auto,
            "CPU" => Cpu,
            "MPS" => Mps,
            "CUDA" => Cuda(),
            var other when other.StartsWith("CUDA:", StringComparison.Ordinal) && int.TryParse(other[5..], NumberStyles.None, CultureInfo.InvariantCulture, out int index) => Cuda(index),
            _ => throw new FormatException($"'{text}' is not a device. Allowed are auto, cpu, cuda, cuda:N (N from 0) and mps."),
        };
    }

    /// <summary>The text that <see cref="Parse"/> reads.</summary>
    /// <returns>For example <c>cuda:0</c>.</returns>
    public override string ToString() => Kind switch
    {
        DeviceKind.Auto => "auto",
        DeviceKind.Cpu => "cpu",
        DeviceKind.Mps => "mps",
        _ => string.Create(CultureInfo.InvariantCulture, $"cuda:{Index}"),
    };
}
