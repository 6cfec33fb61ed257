using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Persistence;

/// <summary>A calibration in a model file: int kind; for Platt's two doubles; for an isotonic one int pieces, then as many floats three times: minimums, maximums, probabilities.</summary>
internal static class CalibrationFormat
{
    private const int MostPieces = 100_000_000;

    public static void Write(BinaryWriter writer, ScoreCalibration? calibration)
    {
        switch (calibration)
        {
            case PlattCalibration platt:
                writer.Write((int)CalibrationKind.Platt);
                writer.Write(platt.Slope);
                writer.Write(platt.Offset);
                break;
            case IsotonicCalibration isotonic:
                writer.Write((int)CalibrationKind.Isotonic);
                writer.Write(isotonic.Minimums.Count);
                SinglesFormat.Write(writer, [.. isotonic.Minimums]);
                SinglesFormat.Write(writer, [.. isotonic.Maximums]);
                SinglesFormat.Write(writer, [.. isotonic.Probabilities]);
                break;
            default:
                writer.Write((int)CalibrationKind.None);
                break;
        }
    }

    /// <exception cref="InvalidDataException">The bytes are not a calibration.</exception>
    public static ScoreCalibration? Read(BinaryReader reader)
    {
        var kind = (CalibrationKind)reader.ReadInt32();
        switch (kind)
        {
            case CalibrationKind.None:
                return null;
            case CalibrationKind.Platt:
                (double slope, double offset) = (reader.ReadDouble(), reader.ReadDouble());
                return double.IsFinite(slope) && double.IsFinite(offset) ? new PlattCalibration(slope, offset) : throw new InvalidDataException("A calibration has numbers that are none.");
            case CalibrationKind.Isotonic:
                int pieces = reader.ReadInt32();
                if (pieces is < 1 or > MostPieces)
                    throw new InvalidDataException($"A calibration cannot have {pieces} pieces.");
                return new IsotonicCalibration(SinglesFormat.Read(reader, pieces), SinglesFormat.Read(reader, pieces), SinglesFormat.Read(reader, pieces));
            default:
                throw new InvalidDataException($"{(int)kind} is not the number of a calibration.");
        }
    }
}
