using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Persistence;

/// <summary>
/// The history of a fit in a model file: string loss, string metric, int seed, int best epoch, int stop reason, int training rows, int validation rows, int skipped rows, int epochs, then for each
/// epoch int number and six doubles, NaN standing for null.
/// </summary>
internal static class HistoryFormat
{
    public static void Write(BinaryWriter writer, TrainingHistory history)
    {
        writer.Write(history.Loss);
        writer.Write(history.MetricName);
        writer.Write(history.Seed);
        writer.Write(history.BestEpoch);
        writer.Write((int)history.StopReason);
        writer.Write(history.TrainingRows);
        writer.Write(history.ValidationRows);
        writer.Write(history.SkippedRows);
        writer.Write(history.Epochs.Count);
        foreach (EpochRecord epoch in history.Epochs)
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

    /// <exception cref="InvalidDataException">The bytes are not a history.</exception>
    public static TrainingHistory Read(BinaryReader reader)
    {
        string loss = reader.ReadString();
        string metric = reader.ReadString();
        int seed = reader.ReadInt32();
        int bestEpoch = reader.ReadInt32();
        var stopReason = (StopReason)reader.ReadInt32();
        if (!Enum.IsDefined(stopReason))
            throw new InvalidDataException($"{(int)stopReason} is not the number of a reason to stop.");
        int trainingRows = reader.ReadInt32();
        int validationRows = reader.ReadInt32();
        int skippedRows = reader.ReadInt32();
        int epochCount = reader.ReadInt32();
        if (epochCount < 0)
            throw new InvalidDataException($"The number of epochs, {epochCount}, is negative.");
        var epochs = new List<EpochRecord>();
        for (int i = 0; i < epochCount; i++)
            epochs.Add(new EpochRecord(reader.ReadInt32(), reader.ReadDouble(), ReadOptional(reader), ReadOptional(reader), ReadOptional(reader), reader.ReadDouble(), reader.ReadDouble()));
        return new TrainingHistory(loss, metric, seed, bestEpoch, stopReason, trainingRows, validationRows, skippedRows, epochs);
    }

    private static double? ReadOptional(BinaryReader reader) => reader.ReadDouble() is var value && double.IsNaN(value) ? null : value;
}
