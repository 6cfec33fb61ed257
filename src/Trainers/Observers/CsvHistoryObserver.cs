using System.Globalization;
using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Observers;

/// <summary>
/// Writes a line for each epoch into a CSV file while a fit goes on: member (from 0), epoch, running_training_loss, training_loss, validation_loss, the metric under its own name, learning_rate, seconds; numbers
/// with a decimal point, nothing where there is nothing. A fit that is resumed goes on in the same file; a new one replaces it.
/// </summary>
public sealed class CsvHistoryObserver : ITrainingObserver
{
    private readonly string _metric;

    /// <summary>Makes the observer; the file is written when a fit starts.</summary>
    /// <param name="path">The file. Its folder is made where it is missing.</param>
    /// <param name="metricName">The heading of the metric's column; default <c>validation_metric</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is empty, or the heading holds a comma, a quote or a line break.</exception>
    public CsvHistoryObserver(string path, string metricName = "validation_metric")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentException.ThrowIfNullOrWhiteSpace(metricName);
        if (metricName.AsSpan().IndexOfAny(",\"\r\n") >= 0)
            throw new ArgumentException("The heading of a column must have no comma, quote or line break.", nameof(metricName));
        Path = path;
        _metric = metricName;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <inheritdoc/>
    /// <exception cref="MlpTrainingException">The file cannot be written.</exception>
    public void FitStarted(FitStart start)
    {
        ArgumentNullException.ThrowIfNull(start);
        RecordFile.Write($"The history '{Path}'", () =>
        {
            string[] kept = start.FirstEpoch > 1 && File.Exists(Path) ? [.. LinesBefore(start.FirstEpoch)] : [];
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!);
            File.WriteAllLines(Path, [$"member,epoch,running_training_loss,training_loss,validation_loss,{_metric},learning_rate,seconds", .. kept]);
        });
    }

    /// <inheritdoc/>
    /// <exception cref="MlpTrainingException">The file cannot be written.</exception>
    public void EpochEnded(EpochRecord epoch, int member)
    {
        ArgumentNullException.ThrowIfNull(epoch);
        double?[] numbers = [epoch.RunningTrainingLoss, epoch.TrainingLoss, epoch.ValidationLoss, epoch.ValidationMetric, epoch.LearningRate, epoch.Seconds];
        string line = string.Create(CultureInfo.InvariantCulture, $"{member},{epoch.Epoch},{string.Join(',', numbers.Select(Text))}");
        RecordFile.Write($"The history '{Path}'", () => File.AppendAllLines(Path, [line]));
    }

    private static string Text(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    // An epoch may have been written after the checkpoint that is resumed from.
    private IEnumerable<string> LinesBefore(int epoch) =>
        File.ReadLines(Path).Skip(1).Where(line => line.Split(',') is [_, var number, ..] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int before) && before < epoch);
}
