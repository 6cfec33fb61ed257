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
/// <param name="Causes">The causes, in the order of the tutorial: dropout, moving weights, other rows. Where the first two cannot be told apart, each is NaN and a cause for both together follows.</param>
/// <param name="Words">What explains the gap, in a sentence or two.</param>
public sealed record ValidationGap(
    int FirstEpoch,
    int LastEpoch,
    double RunningTrainingLoss,
    double TrainingLoss,
    double ValidationLoss,
    double Gap,
    IReadOnlyList<GapCause> Causes,
    string Words);
