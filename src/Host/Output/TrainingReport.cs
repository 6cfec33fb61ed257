using MLNet.LossExperiments.Host.Runs;
using MLNet.LossExperiments.Host.Terminal;
using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Host.Output;

/// <summary>Prints how a training run ended, for people.</summary>
internal static class TrainingReport
{
    public static void Show(Screen screen, TrainingOutcome outcome, RunFolder folder, IEnumerable<string> files)
    {
        TrainingHistory history = outcome.Pipeline.Trained.History;
        if (outcome.Measured.Count > 0)
        {
            MetricsTable.Show(screen, outcome.Measured);
            screen.Result("");
        }
        IReadOnlyList<FittedMember> members = outcome.Pipeline.Trained.Members;
        string ensemble = members.Count == 1 ? "" : $" Mean of {members.Count} networks, whose best epochs are {string.Join(", ", members.Select(member => member.History.BestEpoch))}.";
        screen.Result($"Loss {history.Loss}. Best epoch {history.BestEpoch} of {history.Epochs.Count}{(history.StopReason != StopReason.EpochsDone ? ", stopped early" : "")}. Seed {history.Seed}.{ensemble}");
        screen.Result($"Trained on {outcome.Start.Device} in {DescribeTimes(history, outcome)}.");
        screen.Result($"Written to {folder.Path}: {string.Join(", ", files)}");
    }

    // Epochs of an earlier run took none of this one's time.
    private static string DescribeTimes(TrainingHistory history, TrainingOutcome outcome)
    {
        string training = DescribeTime(history.Epochs), all = $"{Duration.Describe(outcome.Elapsed)} in all";
        int first = outcome.Start.FirstEpoch;
        return first == 1 ? $"{training}, {all}" : $"{training}, {DescribeTime(history.Epochs.Where(epoch => epoch.Epoch >= first))} of that since epoch {first}, where this run went on ({all})";
    }

    private static string DescribeTime(IEnumerable<EpochRecord> epochs) => Duration.Describe(TimeSpan.FromSeconds(epochs.Sum(epoch => epoch.Seconds)));
}
