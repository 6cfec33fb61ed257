using Microsoft.ML;
using MLNet.LossExperiments.Schedules;
using MLNet.LossExperiments.Tests.MLNet;
using MLNet.LossExperiments.Training;

namespace MLNet.LossExperiments.Tests.Training;

public class EpochBatchesTests
{
    [Theory]
    [InlineData(33, 32, false, true, 1)]
    [InlineData(33, 32, false, false, 2)]
    [InlineData(34, 32, false, true, 2)]
    [InlineData(64, 32, false, true, 2)]
    [InlineData(63, 32, true, false, 1)]
    [InlineData(5, 32, true, false, 1)]
    [InlineData(1, 32, false, false, 1)]
    public void Count_Rows_IsThatOfTheStepsTaken(int rows, int size, bool dropsLast, bool isNormalized, long expected) =>
        Assert.Equal(expected, new EpochBatches(rows, size, dropsLast, isNormalized).Count);

    // The steps that a fit really takes, and where they leave the schedule: half a cosine over 40 steps, the last of which is at (1 + cos(39/40·π))/2.
    [Fact]
    public void Fit_OneRowLeftOverWithBatchNormalization_EndsTheScheduleAtItsEnd()
    {
        var context = new MLContext(1);
        var steps = new StepList();
        context.Regression.Trainers.Mlp(new MlpRegressionOptions
        {
            HiddenSizes = [4], BatchNormalization = true, BatchSize = 32, Epochs = 40, Patience = null, Schedule = LearningRateSchedule.Cosine(), Seed = 1, Observers = [steps],
        }).Fit(context.Data.LoadFromEnumerable(Samples.Plane(33)));
        Assert.Equal(40, steps.Rates.Count);
        Assert.Equal(0.001 * (1 + Math.Cos(Math.PI * 39 / 40)) / 2, steps.Rates[^1], 1e-9);
    }

    private sealed class StepList : ITrainingObserver
    {
        public List<double> Rates { get; } = [];

        public void StepTaken(TrainingStep taken) => Rates.Add(taken.LearningRate);
    }
}
