using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Persistence;

/// <summary>
/// The history of a fit in a model file: string loss, string metric, int seed, int best epoch, int stop reason, int training rows, int validation rows, int skipped rows, then
/// the epochs (EpochsFormat).
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
        EpochsFormat.Write(writer, history.Epochs);
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
        return new TrainingHistory(loss, metric, seed, bestEpoch, stopReason, trainingRows, validationRows, skippedRows, EpochsFormat.Read(reader));
    }
}
