using System.Diagnostics;
using System.Globalization;
using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Host.Terminal;

/// <summary>Describes where a fit is, in one line, and how long it may still take. Figures are in units of the label where the loss allows it: those of squared errors are roots.</summary>
/// <param name="start">What is trained.</param>
internal sealed class EpochLine(FitStart start)
{
    private readonly long _start = Stopwatch.GetTimestamp();

    /// <summary>For example: <c>epoch 12/200  training RMSE 56,712  validation RMSE 60,233  at most 8 s left</c>.</summary>
    public string Describe(EpochRecord epoch)
    {
        string validation = epoch.ValidationMetric is double metric ? $"  validation {start.MetricName} {NumberText.Short(metric)}" : "";
        string left = epoch.Epoch < start.Epochs ? $"  at most {Duration.Describe(TimeLeft(epoch.Epoch))} left" : "";
        return string.Create(CultureInfo.InvariantCulture, $"epoch {epoch.Epoch}/{start.Epochs}  training {Training(epoch.RunningTrainingLoss)}{validation}{left}");
    }

    private string Training(double loss) => start.Loss switch
    {
        "mse" => $"RMSE {NumberText.Short(Math.Sqrt(loss))}",
        "mae" => $"MAE {NumberText.Short(loss)}",
        _ => $"loss {NumberText.Short(loss)}",
    };

    private TimeSpan TimeLeft(int done) => Stopwatch.GetElapsedTime(_start) / (done - start.FirstEpoch + 1) * (start.Epochs - done);
}
