using MLNet.LossExperiments.Models;
using static MLNet.LossExperiments.Host.Settings.SettingText;

namespace MLNet.LossExperiments.Host.Settings;

/// <summary>What only regression has.</summary>
internal static class RegressionSettings
{
    public static IEnumerable<TrainerSetting> All() =>
    [
        TrainerSetting.Of<OutputRange>(
            nameof(MlpRegressionOptions.OutputRange),
            ("--output-range", "RANGE"),
            "What predictions are confined to: identity, tanh, sigmoid, softplus, or two numbers such as 0..50.",
            OutputRange.Parse,
            options => ((MlpRegressionOptions)options).OutputRange.ToString(),
            (options, range) => (MlpRegressionOptions)options with { OutputRange = range }),
        TrainerSetting.Of<bool?>(
            nameof(MlpRegressionOptions.OutputScaling),
            ("--output-scaling", "true|false|auto"),
            "Whether the network counts in standard deviations of the label, so that its unit does not matter; auto means yes but for sgd.",
            text => IsAuto(text) ? null : Truth(text),
            options => ((MlpRegressionOptions)options).OutputScaling is bool isOn ? Text(isOn) : "auto",
            (options, isOn) => (MlpRegressionOptions)options with { OutputScaling = isOn },
            nullText: "auto"),
    ];
}
