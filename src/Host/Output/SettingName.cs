using System.Globalization;
using MLNet.LossExperiments.Experiments;

namespace MLNet.LossExperiments.Host.Output;

/// <summary>Names settings by what they differ in.</summary>
internal static class SettingName
{
    public static string Of(ExperimentSetting setting, LossComparison comparison)
    {
        bool rates = comparison.Settings.Select(summary => summary.Setting.LearningRate).Distinct().Count() > 1;
        bool sizes = comparison.Settings.Select(summary => summary.Setting.HiddenSizes).Distinct().Count() > 1;
        string rate = rates ? string.Create(CultureInfo.InvariantCulture, $", learning rate {setting.LearningRate}") : "";
        string hidden = sizes ? $", hidden {(setting.HiddenSizes.Length == 0 ? "none" : setting.HiddenSizes)}" : "";
        return $"{setting.Loss}{hidden}{rate}";
    }
}
