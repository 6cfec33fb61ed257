using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Persistence;

/// <summary>The epochs of a fit, in model files and in checkpoints: int count, then for each int number and six doubles, NaN standing for null.</summary>
internal static class EpochsFormat
{
    public static void Write(BinaryWriter writer, IReadOnlyList<EpochRecord> epochs)
    {
        writer.Write(epochs.Count);
        foreach (EpochRecord epoch in epochs)
        {
            writer.Write(epoch.Epoch);
            writer.Write(epoch.RunningTrainingLoss);
            writer.Write(epoch.TrainingLoss ?? double.NaN);
            writer.Write(epoch.ValidationLoss ?? double.NaN);
            writer.Write(epoch.ValidationMetric ?? double.NaN);
            writer.Write(epoch.LearningRate);
            writer.Write(epoch.Seconds);
        }
    }

    /// <exception cref="InvalidDataException">The count is negative.</exception>
    public static IReadOnlyList<EpochRecord> Read(BinaryReader reader)
    {
        int count = reader.ReadInt32();
        if (count < 0)
            throw new InvalidDataException($"The number of epochs, {count}, is negative.");
        var epochs = new List<EpochRecord>();
        for (int i = 0; i < count; i++)
            epochs.Add(new EpochRecord(reader.ReadInt32(), reader.ReadDouble(), ReadOptional(reader), ReadOptional(reader), ReadOptional(reader), reader.ReadDouble(), reader.ReadDouble()));
        return epochs;
    }

    private static double? ReadOptional(BinaryReader reader) => reader.ReadDouble() is var value && double.IsNaN(value) ? null : value;
}
