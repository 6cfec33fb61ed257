using System.CommandLine;
using MLNet.LossExperiments.Host.Learning;

namespace MLNet.LossExperiments.Host.Settings;

/// <summary>The option that says what is done to numbers.</summary>
internal static class NormalizationOption
{
    public static Option<Normalization> Create() => ConsoleOption.Of(
        "--normalize", "NAME", "What is done to numbers first: auto (standardize, or none with --batch-norm), standardize, minmax, robust (median and quartiles), none. [default: auto]", SettingText.OneOf<Normalization>);

    public static Normalization Resolve(Normalization wanted, MlpOptions options) => wanted switch
    {
        Normalization.Auto => options.BatchNormalization ? Normalization.None : Normalization.Standardize,
        _ => wanted,
    };
}
