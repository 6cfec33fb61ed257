using System.Diagnostics;
using System.Globalization;
using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Host.Terminal;

/// <summary>Describes where a fit is, in one line, and how long it may still take.</summary>
internal sealed class EpochLine(int epochs, int firstEpoch = 1)
{
    private readonly long _start = Stopwatch.GetTimestamp();

    /// <summary>For example: <c>epoch 12/200  training loss 0.1234  validation loss 0.2345  at most 8 s left</c>.</summary>
    public string Describe(EpochRecord epoch)
    {
        string validation = epoch.ValidationLoss is double loss ? $"  validation loss {Text(loss)}" : "";
        string left = epoch.Epoch < epochs ? $"  at most {Duration.Describe(TimeLeft(epoch.Epoch))} left" : "";
        return string.Create(CultureInfo.InvariantCulture, $"epoch {epoch.Epoch}/{epochs}  training loss {Text(epoch.RunningTrainingLoss)}{validation}{left}");
    }

    private TimeSpan TimeLeft(int done) => Stopwatch.GetElapsedTime(_start) / (done - firstEpoch + 1) * (epochs - done);

    private static string Text(double value) => value.ToString("G4", CultureInfo.InvariantCulture);
}
