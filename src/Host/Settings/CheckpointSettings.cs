using System.Globalization;
using static MLNet.LossExperiments.Host.Settings.SettingText;

namespace MLNet.LossExperiments.Host.Settings;

/// <summary>How a run that is interrupted can go on.</summary>
internal static class CheckpointSettings
{
    public static IEnumerable<TrainerSetting> All() =>
    [
        TrainerSetting.Of<string?>(
            nameof(MlpOptions.Checkpoint),
            ("--checkpoint", "FILE"),
            "Save the state of training in this file, for --resume; none for nowhere.",
            text => IsNone(text) ? null : text,
            options => options.Checkpoint?.Path ?? "none",
            (options, path) => options with { Checkpoint = path is null ? null : new CheckpointOptions(path) },
            nullText: "none"),
        TrainerSetting.Of<(int? Epochs, TimeSpan? Time)>(
            nameof(CheckpointOptions.EveryEpochs),
            ("--checkpoint-every", "N|TIME"),
            "How often the state is saved: after N epochs, or after a time such as 10m or 0:10:00. [default: 1]",
            Interval,
            options => options.Checkpoint is { } checkpoint ? Describe(checkpoint) : null,
            (options, every) => options.Checkpoint is { } checkpoint
                ? options with { Checkpoint = checkpoint with { EveryEpochs = every.Epochs, Every = every.Time } }
                : throw new FormatException("goes with --checkpoint FILE.")),
        TrainerSetting.Of<string?>(
            nameof(MlpOptions.ResumeFrom),
            ("--resume", "FILE"),
            "Go on from a checkpoint of the same command; the model becomes the same, to the bit, as if nothing had happened. The seed is taken from it.",
            text => IsNone(text) ? null : text,
            options => options.ResumeFrom ?? "none",
            (options, path) => options with { ResumeFrom = path },
            nullText: "none"),
    ];

    private static (int? Epochs, TimeSpan? Time) Interval(string text)
    {
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int epochs))
            return (epochs, null);
        double unit = text.Length > 1 ? char.ToLowerInvariant(text[^1]) switch { 's' => 1, 'm' => 60, 'h' => 3600, _ => 0 } : 0;
        if (unit > 0 && double.TryParse(text[..^1], NumberStyles.Float, CultureInfo.InvariantCulture, out double number))
            return (null, TimeSpan.FromSeconds(number * unit));
        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan time)
            ? (null, time)
            : throw new FormatException($"'{text}' is neither a number of epochs nor a time such as 90s, 10m, 2h or 0:10:00.");
    }

    private static string Describe(CheckpointOptions checkpoint) =>
        checkpoint.EveryEpochs is int epochs ? Text(epochs) : checkpoint.Every!.Value.ToString("c", CultureInfo.InvariantCulture);
}
