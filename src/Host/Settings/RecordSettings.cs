using MLNet.LossExperiments.Observers;

namespace MLNet.LossExperiments.Host.Settings;

/// <summary>What is written down of the epochs while training goes on.</summary>
internal static class RecordSettings
{
    public static IEnumerable<TrainerSetting> All() =>
    [
        TrainerSetting.Of<string>(
            nameof(MlpOptions.Observers),
            ("--history", "FILE"),
            "Write a line for each epoch into this CSV file while training goes on.",
            NotEmpty,
            options => options.Observers.OfType<CsvHistoryObserver>().FirstOrDefault()?.Path,
            (options, path) => options with { Observers = [.. options.Observers, new CsvHistoryObserver(path)] }),
        TrainerSetting.Of<string>(
            nameof(MlpOptions.Observers),
            ("--tensorboard", "FOLDER"),
            "Write TensorBoard event files into this folder while training goes on.",
            NotEmpty,
            options => options.Observers.OfType<TensorBoardObserver>().FirstOrDefault()?.Folder,
            (options, folder) => options with { Observers = [.. options.Observers, new TensorBoardObserver(folder)] }),
    ];

    private static string NotEmpty(string text) => string.IsNullOrWhiteSpace(text) ? throw new FormatException("is empty, but must name a place.") : text;
}
