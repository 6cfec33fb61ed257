using MLNet.LossExperiments.Models;
using static MLNet.LossExperiments.Host.Settings.SettingText;

namespace MLNet.LossExperiments.Host.Settings;

/// <summary>What only classification has.</summary>
internal static class ClassificationSettings
{
    public static IEnumerable<TrainerSetting> All() =>
    [
        TrainerSetting.Of<CalibrationKind>(
            nameof(MlpBinaryOptions.Calibration),
            ("--calibration", "NAME"),
            $"How scores become probabilities, on the validation rows; for two classes: {NamesOf<CalibrationKind>()}. [default: none]",
            OneOf<CalibrationKind>,
            options => options is MlpBinaryOptions binary ? binary.Calibration.ToString().ToLowerInvariant() : null,
            (options, kind) => options switch
            {
                MlpBinaryOptions binary => binary with { Calibration = kind },
                _ when kind == CalibrationKind.None => options,
                _ => throw new FormatException("goes with two classes, but the label has more."),
            },
            dependsOnTask: true),
    ];
}
