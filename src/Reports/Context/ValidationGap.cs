using System.Globalization;
using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Reports;

/// <summary>
/// Why the validation loss lies below or above the training loss that is printed while training. The running training loss is measured with dropout on, while the weights move, on the training rows; the
/// validation loss with dropout off, at the end of the epoch, on other rows. Each of the three differences has its amount, and they add up to the gap.
/// </summary>
/// <param name="FirstEpoch">The first of the epochs whose mean is shown.</param>
/// <param name="LastEpoch">The last of them, the one whose weights the model has.</param>
/// <param name="RunningTrainingLoss">The training loss with dropout on, averaged while the weights move.</param>
/// <param name="TrainingLoss">The training loss with dropout off, at the end of the epoch.</param>
/// <param name="ValidationLoss">The validation loss.</param>
/// <param name="Gap">The validation loss minus the running training loss: below 0 where validation looks better.</param>
/// <param name="Causes">The causes: dropout, moving weights, other rows; or, where the first two cannot be told apart, both together and other rows. Their amounts add up to the gap.</param>
/// <param name="Words">What explains the gap, in a sentence or two.</param>
public sealed record ValidationGap(
    int FirstEpoch,
    int LastEpoch,
    double RunningTrainingLoss,
    double TrainingLoss,
    double ValidationLoss,
    double Gap,
    IReadOnlyList<GapCause> Causes,
    string Words)
{
    // One epoch's dropout is luck; over more of them the loss itself moves.
    private const int MostEpochs = 5;

    /// <summary>
    /// Measures the causes at the best epoch and up to four before it. Within an epoch the loss with dropout off is taken to fall in a straight line from its value at the end of the epoch before, so that the
    /// weights' movement raises the mean over the epoch by half of that fall.
    /// </summary>
    /// <param name="history">How training went.</param>
    /// <param name="hasTrainingMode">Whether the network had dropout or batch normalisation, which work in training in another way than in validation.</param>
    /// <returns>The causes; null where there was no validation, or the training loss was not measured with dropout off.</returns>
    public static ValidationGap? Of(TrainingHistory history, bool hasTrainingMode)
    {
        ArgumentNullException.ThrowIfNull(history);
        IReadOnlyList<EpochRecord> epochs = history.Epochs;
        int last = epochs.ToList().FindIndex(epoch => epoch.Epoch == history.BestEpoch), first = last;
        if (last < 0 || !IsMeasured(epochs[last]))
            return null;
        bool FollowsMeasured(int place) => place > 0 && epochs[place - 1].TrainingLoss is not null;
        while (last - first + 1 < MostEpochs && first > 0 && IsMeasured(epochs[first - 1]) && FollowsMeasured(first - 1))
            first--;
        EpochRecord[] shown = [.. epochs.Skip(first).Take(last - first + 1)];
        double running = shown.Average(epoch => epoch.RunningTrainingLoss), still = shown.Average(epoch => epoch.TrainingLoss!.Value), validation = shown.Average(epoch => epoch.ValidationLoss!.Value);
        double? fall = FollowsMeasured(first) ? (epochs[first - 1].TrainingLoss!.Value - epochs[last].TrainingLoss!.Value) / shown.Length : null;
        GapCause[] causes = [.. OfTraining(running - still, fall, hasTrainingMode), new(GapCauseKind.OtherRows, validation - still, "The validation rows are others than the training rows: both losses with dropout off, at the end of the epoch.")];
        return new ValidationGap(epochs[first].Epoch, epochs[last].Epoch, running, still, validation, validation - running, causes, Describe(validation - running, causes));
    }

    private static bool IsMeasured(EpochRecord epoch) => epoch is { TrainingLoss: not null, ValidationLoss: not null };

    private static IEnumerable<GapCause> OfTraining(double excess, double? fall, bool hasTrainingMode)
    {
        const string Moving = "The running training loss is averaged over an epoch in which the weights get better; validation has those of its end";
        if (!hasTrainingMode)
        {
            yield return new GapCause(GapCauseKind.TrainingMode, 0, "The network has no dropout and no batch normalisation: it works in training as in validation.");
            yield return new GapCause(GapCauseKind.MovingWeights, -excess, $"{Moving}: the difference between both training losses.");
        }
        else if (fall is { } fell)
        {
            yield return new GapCause(GapCauseKind.TrainingMode, fell / 2 - excess, "Dropout or normalisation by the batch is on in training and off in validation: what is left of the difference between both training losses.");
            yield return new GapCause(GapCauseKind.MovingWeights, -fell / 2, $"{Moving}: half of what the training loss fell in an epoch.");
        }
        else
        {
            yield return new GapCause(GapCauseKind.TrainingModeAndMovingWeights, -excess, "Dropout or normalisation by the batch is off in validation, and the weights are those of the epoch's end: in the first epoch the two cannot be told apart.");
        }
    }

    private static string Describe(double gap, GapCause[] causes)
    {
        if (gap == 0)
            return "The validation loss is as great as the training loss.";
        string[] with = [.. causes.Where(cause => cause.Amount * gap > 0).OrderByDescending(cause => Math.Abs(cause.Amount)).Select(cause => Say(cause))];
        string[] against = [.. causes.Where(cause => cause.Amount * gap < 0).OrderByDescending(cause => Math.Abs(cause.Amount)).Select(cause => Say(cause))];
        string first = $"The validation loss lies {Show(gap)} {(gap < 0 ? "below" : "above")} the training loss that is averaged while training: {string.Join(", ", with)}.";
        return against.Length == 0 ? first : $"{first} Against that, {string.Join(", ", against)}.";
    }

    private static string Say(GapCause cause) => $"{NameOf(cause)} {(cause.Amount < 0 ? "lower" : "raise")} it by {Show(cause.Amount)}";

    private static string NameOf(GapCause cause) => cause.Kind switch
    {
        GapCauseKind.TrainingMode => "dropout and batch normalisation, which are off in validation,",
        GapCauseKind.MovingWeights => "weights that get better during the epoch",
        GapCauseKind.TrainingModeAndMovingWeights => "dropout and weights that get better during the epoch",
        _ => cause.Amount < 0 ? "validation rows that are easier" : "validation rows, which the network has not learned from,",
    };

    private static string Show(double amount) => Math.Abs(amount).ToString("G3", CultureInfo.InvariantCulture);
}
