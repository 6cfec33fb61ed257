using System.Diagnostics;
using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Export;

/// <summary>A calibration in the JSON document: of the kind platt a slope and an offset, of the kind isotonic the pieces.</summary>
internal sealed record CalibrationDocument(
    string Kind, double? Slope, double? Offset, IReadOnlyList<float>? Minimums, IReadOnlyList<float>? Maximums, IReadOnlyList<float>? Probabilities)
{
    public static CalibrationDocument? Of(ScoreCalibration? calibration) => calibration switch
    {
        null => null,
        PlattCalibration platt => new CalibrationDocument("platt", platt.Slope, platt.Offset, null, null, null),
        IsotonicCalibration isotonic => new CalibrationDocument("isotonic", null, null, isotonic.Minimums, isotonic.Maximums, isotonic.Probabilities),
        _ => throw new UnreachableException(),
    };
}
