using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Reports.Tests.Context;

/// <summary>The causes of the gap between validation and training loss are measured, and add up to it.</summary>
public sealed class ValidationGapTests
{
    private static TrainingHistory History(int bestEpoch, params (double Running, double? Training, double? Validation)[] epochs) => new(
        "mse", "RMSE", 1, bestEpoch, StopReason.EpochsDone, 10, 5, 0,
        [.. epochs.Select((epoch, i) => new EpochRecord(i + 1, epoch.Running, epoch.Training, epoch.Validation, null, 0.1, 1))]);

    private static double Amount(ValidationGap gap, GapCauseKind kind) => gap.Causes.Single(cause => cause.Kind == kind).Amount;

    [Fact]
    public void Of_Dropout_TellsTheThreeCausesApart()
    {
        // In epoch 2 the loss with dropout off falls from 10 to 8, so its mean is 9; dropout adds 3; the validation rows are easier by 1.
        ValidationGap gap = ValidationGap.Of(History(2, (20, 10, 11), (12, 8, 7)), hasTrainingMode: true)!;
        Assert.Equal(-5, gap.Gap);
        Assert.Equal(-3, Amount(gap, GapCauseKind.TrainingMode));
        Assert.Equal(-1, Amount(gap, GapCauseKind.MovingWeights));
        Assert.Equal(-1, Amount(gap, GapCauseKind.OtherRows));
        Assert.Contains("5 below", gap.Words, StringComparison.Ordinal);
        Assert.StartsWith("dropout", gap.Words.Split(": ")[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Of_NoDropout_LaysTheDifferenceOfTrainingLossesOnTheWeights()
    {
        ValidationGap gap = ValidationGap.Of(History(1, (12, 8, 9)), hasTrainingMode: false)!;
        Assert.Equal(0, Amount(gap, GapCauseKind.TrainingMode));
        Assert.Equal(-4, Amount(gap, GapCauseKind.MovingWeights));
        Assert.Equal(1, Amount(gap, GapCauseKind.OtherRows));
        Assert.Contains("Against that, validation rows, which the network has not learned from, raise it by 1.", gap.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_DropoutInTheFirstEpoch_DoesNotPretendToTellApart()
    {
        ValidationGap gap = ValidationGap.Of(History(1, (12, 8, 9)), hasTrainingMode: true)!;
        Assert.Equal(-4, Amount(gap, GapCauseKind.TrainingModeAndMovingWeights));
        Assert.Equal(2, gap.Causes.Count);
    }

    [Fact]
    public void Of_ManyEpochs_TakesTheMeanOfTheLastFiveUpToTheBest()
    {
        (double, double?, double?)[] epochs = [.. Enumerable.Range(1, 10).Select(i => (100.0 - i, (double?)(80.0 - 2 * i), (double?)(70.0 + i)))];
        ValidationGap gap = ValidationGap.Of(History(8, epochs), hasTrainingMode: true)!;
        Assert.Equal((4, 8), (gap.FirstEpoch, gap.LastEpoch));
        Assert.Equal(94, gap.RunningTrainingLoss, 1e-9);
        Assert.Equal(-1, Amount(gap, GapCauseKind.MovingWeights), 1e-9);
        Assert.Equal(gap.Gap, gap.Causes.Sum(cause => cause.Amount), 1e-9);
    }

    [Fact]
    public void Of_TrainingLossNotMeasured_IsNull()
    {
        Assert.Null(ValidationGap.Of(History(1, (12, null, 9)), true));
        Assert.Null(ValidationGap.Of(History(1, (12, 8, null)), true));
    }
}
