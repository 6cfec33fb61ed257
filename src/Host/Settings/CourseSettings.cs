using System.Globalization;
using MLNet.LossExperiments.Metrics;
using static MLNet.LossExperiments.Host.Settings.SettingText;

namespace MLNet.LossExperiments.Host.Settings;

/// <summary>How long is trained, in what portions, where, and from what seed.</summary>
internal static class CourseSettings
{
    public static IEnumerable<TrainerSetting> All() =>
    [
        TrainerSetting.Of<int>(
            nameof(MlpOptions.BatchSize),
            ("--batch-size", "ROWS"),
            "Rows in a training step.",
            Integer,
            options => Text(options.BatchSize),
            (options, size) => options with { BatchSize = size }),
        TrainerSetting.Of<bool>(
            nameof(MlpOptions.DropLast),
            ("--drop-last", "true|false"),
            "Leave out an epoch's last batch when it is not full.",
            Truth,
            options => Text(options.DropLast),
            (options, isOn) => options with { DropLast = isOn }),
        TrainerSetting.Of<int>(
            nameof(MlpOptions.Epochs),
            ("--epochs", "N"),
            "The most passes over the training rows.",
            Integer,
            options => Text(options.Epochs),
            (options, epochs) => options with { Epochs = epochs }),
        TrainerSetting.Of<int?>(
            nameof(MlpOptions.Patience),
            ("--patience", "N"),
            "Stop after N epochs without a better --monitor on the validation rows, and keep the best epoch; 0 for no early stopping.",
            text => Integer(text) is var n && n == 0 ? null : n,
            options => Text(options.Patience ?? 0),
            (options, patience) => options with { Patience = patience },
            nullText: "0"),
        TrainerSetting.Of<string>(
            nameof(MlpOptions.Monitor),
            ("--monitor", "NAME"),
            $"What patience watches: loss, another loss, or a metric (regression: {MonitorText.NamesOf(MetricCatalog.Regression)}; two classes: {MonitorText.NamesOf(MetricCatalog.Binary)}; more: {MonitorText.NamesOf(MetricCatalog.Multiclass)}).",
            text => text,
            options => options.Monitor.ToString(),
            (options, text) => options with { Monitor = MonitorText.Parse(text, options) },
            dependsOnTask: true),
        TrainerSetting.Of<double>(
            nameof(MlpOptions.MinimumImprovement),
            ("--min-improvement", "AMOUNT"),
            "By how much an epoch must be better for patience to start anew.",
            Number,
            options => Text(options.MinimumImprovement),
            (options, amount) => options with { MinimumImprovement = amount }),
        TrainerSetting.Of<TimeSpan?>(
            nameof(MlpOptions.TimeLimit),
            ("--time-limit", "TIME"),
            "Stop after this time, at the end of an epoch: seconds, or hours:minutes:seconds; none for no limit.",
            text => IsNone(text) ? null : Time(text),
            options => options.TimeLimit is { } limit ? limit.ToString("c", CultureInfo.InvariantCulture) : "none",
            (options, limit) => options with { TimeLimit = limit },
            nullText: "none"),
        TrainerSetting.Of<int>(
            nameof(MlpOptions.Members),
            ("--members", "N"),
            "Train N networks from different seeds and average their predictions.",
            Integer,
            options => Text(options.Members),
            (options, members) => options with { Members = members }),
        TrainerSetting.Of<int>(
            nameof(MlpOptions.Seed),
            ("--seed", "N"),
            "Fixes the split, the first weights, shuffling and dropout: the same command gives the same model. Without it one is drawn and printed.",
            Integer,
            options => options.Seed is int seed ? Text(seed) : null,
            (options, seed) => options with { Seed = seed }),
        TrainerSetting.Of<TrainingDevice>(
            nameof(MlpOptions.Device),
            ("--device", "NAME"),
            "Where to train: auto, cpu, cuda, cuda:N or mps.",
            TrainingDevice.Parse,
            options => options.Device.ToString(),
            (options, device) => options with { Device = device }),
    ];
}
