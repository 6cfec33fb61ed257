using MLNet.LossExperiments.Models;
using static MLNet.LossExperiments.Host.Settings.SettingText;

namespace MLNet.LossExperiments.Host.Settings;

/// <summary>What the network is.</summary>
internal static class NetworkSettings
{
    public static IEnumerable<TrainerSetting> All() =>
    [
        TrainerSetting.Of<InputScaling>(
            nameof(MlpOptions.InputScaling),
            ("--normalize", "NAME"),
            "How features are brought to one scale, fitted on the training rows: standardize (mean 0, deviation 1), minmax (0 to 1), robust (median and quartiles), none. What holds only 0 and 1 stays.",
            OneOf<InputScaling>,
            options => options.InputScaling.ToString().ToLowerInvariant(),
            (options, scaling) => options with { InputScaling = scaling }),
        TrainerSetting.Of<IReadOnlyList<int>>(
            nameof(MlpOptions.HiddenSizes),
            ("--hidden", "SIZES"),
            "Units of each hidden layer, separated by commas; none for a linear model.",
            ReadSizes,
            options => options.HiddenSizes.Count == 0 ? "none" : string.Join(',', options.HiddenSizes),
            (options, sizes) => options with { HiddenSizes = sizes }),
        TrainerSetting.Of<Activation>(
            nameof(MlpOptions.Activation),
            ("--activation", "NAME"),
            $"Activation of the hidden layers: {NamesOf<Activation>()}.",
            OneOf<Activation>,
            options => options.Activation.ToString().ToLowerInvariant(),
            (options, activation) => options with { Activation = activation }),
        TrainerSetting.Of<double>(
            nameof(MlpOptions.Dropout),
            ("--dropout", "P"),
            "Probability that a hidden unit is dropped in a training step.",
            Number,
            options => Text(options.Dropout),
            (options, dropout) => options with { Dropout = dropout }),
        TrainerSetting.Of<bool>(
            nameof(MlpOptions.BatchNormalization),
            ("--batch-norm", "true|false"),
            "Batch normalisation of the features.",
            Truth,
            options => Text(options.BatchNormalization),
            (options, isOn) => options with { BatchNormalization = isOn }),
    ];

    private static IReadOnlyList<int> ReadSizes(string text) => IsNone(text) ? [] : [.. text.Split(',').Select(Integer)];
}
