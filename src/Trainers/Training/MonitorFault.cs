using System.Globalization;
using MLNet.LossExperiments.Data;
using MLNet.LossExperiments.Models;
using TorchSharp;

namespace MLNet.LossExperiments.Training;

/// <summary>A watched number that is NaN or infinite: no epoch could be called the best.</summary>
internal static class MonitorFault
{
    /// <returns>What is wrong, with what the validation rows are like; null where the number is finite or nothing follows from it.</returns>
    public static MlpTrainingException? Find(Member member, EpochRecord epoch)
    {
        if (!member.IsWatched || member.Rows.Validation is not { } rows || member.Watched(epoch) is not { } value || double.IsFinite(value))
            return null;
        string what = double.IsNaN(value) ? "NaN" : value < 0 ? "minus infinity" : "infinite";
        return new MlpTrainingException(
            $"The monitor '{member.Monitor}' is {what} on the validation rows in epoch {epoch.Epoch}, so that no epoch is the best. {Describe(rows, member.Task)} Give more validation rows, with labels of every kind, or watch the loss.");
    }

    private static string Describe(RowSource rows, LearningTask task)
    {
        double least = double.PositiveInfinity, greatest = double.NegativeInfinity;
        foreach (RowTable block in rows.Blocks())
        {
            using DisposeScope scope = torch.NewDisposeScope();
            torch.Tensor targets = (task is MulticlassTask && block.Targets.dim() == 2 ? block.Targets.argmax(1) : block.Targets).cpu().to_type(torch.float64);
            least = Math.Min(least, targets.min().item<double>());
            greatest = Math.Max(greatest, targets.max().item<double>());
        }
        string Text(double label) => task is BinaryTask ? label > 0.5 ? "true" : "false" : label.ToString("G7", CultureInfo.InvariantCulture);
        string kind = task is MulticlassTask ? "class number" : "label";
        return rows.Count == 1 ? $"The only validation row has the {kind} {Text(least)}."
            : least == greatest ? $"All {rows.Count} validation rows have the {kind} {Text(least)}."
            : $"The {rows.Count} validation rows have {(task is MulticlassTask ? "class numbers" : "labels")} from {Text(least)} to {Text(greatest)}.";
    }
}
