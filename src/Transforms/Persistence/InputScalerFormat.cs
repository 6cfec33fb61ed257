using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Persistence;

/// <summary>What is done to features, in a model file: bool whether anything is, then float[features] offsets, float[features] factors.</summary>
internal static class InputScalerFormat
{
    public static void Write(BinaryWriter writer, InputScaler? scaler)
    {
        writer.Write(scaler is not null);
        if (scaler is null)
            return;
        SinglesFormat.Write(writer, scaler.Offsets);
        SinglesFormat.Write(writer, scaler.Factors);
    }

    /// <param name="reader">The file.</param>
    /// <param name="features">The number of features.</param>
    public static InputScaler? Read(BinaryReader reader, int features) =>
        reader.ReadBoolean() ? new InputScaler(SinglesFormat.Read(reader, features), SinglesFormat.Read(reader, features)) : null;
}
