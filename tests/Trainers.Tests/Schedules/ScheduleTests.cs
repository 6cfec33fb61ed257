using MLNet.LossExperiments.Schedules;
using MLNet.LossExperiments.Tests.Reference;
using Xunit.Abstractions;

namespace MLNet.LossExperiments.Tests.Schedules;

/// <summary>Each schedule gives the learning rates that PyTorch's gives.</summary>
public class ScheduleTests(ITestOutputHelper output)
{
    private const int Epochs = 200;

    public static TheoryData<string> Cases => [.. OptimizerReference.Instance.Schedules.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Factor_200Epochs_IsPyTorchs(string text)
    {
        double[] expected = OptimizerReference.Instance.Schedules[text];
        // One step an epoch, so that those that change by the step are compared too.
        ScheduleState state = ScheduleCatalog.All.Parse(text).CreateState(Epochs, 1);
        double greatest = 0;
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            greatest = Math.Max(greatest, Math.Abs(state.Factor(epoch) - expected[epoch]));
            state.EpochEnded(OptimizerReference.Instance.Watched[epoch], isHigherBetter: false);
        }
        output.WriteLine($"{text}: greatest difference {greatest:E1}");
        Assert.InRange(greatest, 0, 1e-12);
    }

    [Fact]
    public void Factor_SeveralStepsAnEpoch_ChangesWithTheEpochOrTheStep()
    {
        ScheduleState step = LearningRateSchedule.Step(2, 0.5).CreateState(6, 10), cycle = LearningRateSchedule.OneCycle().CreateState(6, 10);
        Assert.Equal([1, 1, 0.5, 0.5, 0.25], new long[] { 0, 19, 20, 39, 59 }.Select(step.Factor));
        Assert.Equal(60, Enumerable.Range(0, 60).Select(i => cycle.Factor(i)).Distinct().Count());
        Assert.Equal(1, cycle.Factor(17), 1e-12);
        Assert.Equal(4e-6, cycle.Factor(59), 1e-12);
    }

    [Fact]
    public void Factor_Warmup_RisesInEqualStepsThenTheScheduleStarts()
    {
        ScheduleState state = (LearningRateSchedule.Exponential(0.5) with { WarmupEpochs = 1.5 }).CreateState(5, 4);
        Assert.Equal([1 / 6.0, 2 / 6.0, 3 / 6.0, 4 / 6.0, 5 / 6.0, 1, 1, 1, 1, 1, 0.5], Enumerable.Range(0, 11).Select(i => state.Factor(i)));
        ScheduleState cosine = (LearningRateSchedule.Cosine() with { WarmupEpochs = 10 }).CreateState(30, 3);
        Assert.Equal(0.5, cosine.Factor(30 + 30), 1e-12);
    }

    [Fact]
    public void EpochEnded_HigherIsBetter_ReducesWhenItNoLongerRises()
    {
        ScheduleState state = LearningRateSchedule.Plateau(0.5, patience: 1).CreateState(10, 1);
        double[] watched = [0.5, 0.6, 0.6, 0.6, 0.7, 0.1, 0.2];
        var factors = new List<double>();
        for (int i = 0; i < watched.Length; i++)
        {
            factors.Add(state.Factor(i));
            state.EpochEnded(watched[i], isHigherBetter: true);
        }
        factors.Add(state.Factor(watched.Length));
        Assert.Equal([1, 1, 1, 1, 0.5, 0.5, 0.5, 0.25], factors);
    }

    // The fault that was: a share of a negative number made the bar lower, so that standing still counted as an improvement.
    [Theory]
    [InlineData(-6.06, false)]
    [InlineData(-6.06, true)]
    [InlineData(0.0, false)]
    [InlineData(6.06, false)]
    [InlineData(6.06, true)]
    public void Plateau_StandingStill_ReducesWhateverTheSign(double watched, bool isHigherBetter)
    {
        ScheduleState state = (LearningRateSchedule.Plateau(0.5, patience: 2) with { Threshold = 0.01 }).CreateState(20, 1);
        var factors = new List<double>();
        double better = isHigherBetter ? 1 : -1;
        // The last is better by more than a hundredth of the size, so the count starts anew.
        foreach (double change in new[] { 0, 0, 0.001, 0.005, 1, 1.001, 1, 0.9 })
        {
            state.EpochEnded(watched + better * change, isHigherBetter);
            factors.Add(state.Factor(0));
        }
        Assert.Equal(watched == 0 ? [1, 1, 1, 1, 1, 1, 1, 0.5] : [1, 1, 1, 0.5, 0.5, 0.5, 0.5, 0.25], factors);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Restore_WhatWasSaved_GoesOnAlike(string text)
    {
        LearningRateSchedule schedule = ScheduleCatalog.All.Parse(text) with { WarmupEpochs = 3 };
        ScheduleState whole = schedule.CreateState(Epochs, 2), first = schedule.CreateState(Epochs, 2), second = schedule.CreateState(Epochs, 2);
        for (int epoch = 0; epoch < 60; epoch++)
        {
            whole.EpochEnded(OptimizerReference.Instance.Watched[epoch], false);
            (epoch < 25 ? first : second).EpochEnded(OptimizerReference.Instance.Watched[epoch], false);
            if (epoch == 24)
                second.Restore(first.Save());
        }
        Assert.Equal(whole.Factor(125), second.Factor(125));
    }

    [Fact]
    public void Parse_ToString_IsTheSameSchedule()
    {
        foreach (var entry in ScheduleCatalog.All.Entries)
        {
            Assert.Equal(entry.Name, entry.Create().Name);
            Assert.Equal(entry.Create(), ScheduleCatalog.All.Parse(entry.Create().ToString()));
        }
        Assert.Equal("cosine:minimum=0.1,warmup=2.5", (LearningRateSchedule.Cosine(0.1) with { WarmupEpochs = 2.5 }).ToString());
        Assert.Equal(LearningRateSchedule.MultiStep([3, 7]), ScheduleCatalog.All.Parse("multi-step:milestones=3/7"));
    }

    public static TheoryData<LearningRateSchedule> Faulty =>
    [
        LearningRateSchedule.Step(0), LearningRateSchedule.Step(3, 0), LearningRateSchedule.Step(3, double.NaN), LearningRateSchedule.MultiStep([5, 5]), LearningRateSchedule.MultiStep([0]),
        LearningRateSchedule.MultiStep([1], 2), LearningRateSchedule.Exponential(1.5), LearningRateSchedule.Cosine(-1), LearningRateSchedule.CosineRestarts(0), LearningRateSchedule.CosineRestarts(1, 0),
        LearningRateSchedule.CosineRestarts(1, 1, double.NaN), LearningRateSchedule.OneCycle() with { Rise = 1 }, LearningRateSchedule.OneCycle() with { Start = 0 },
        LearningRateSchedule.OneCycle() with { End = double.NaN }, LearningRateSchedule.Plateau(1), LearningRateSchedule.Plateau(0.5, -1), LearningRateSchedule.Plateau() with { Threshold = 1 },
        LearningRateSchedule.Plateau() with { Cooldown = -1 }, LearningRateSchedule.Plateau() with { Minimum = 2 }, LearningRateSchedule.Constant() with { WarmupEpochs = double.NaN },
    ];

    [Theory]
    [MemberData(nameof(Faulty))]
    public void FindFaults_OneFault_IsTheOnlyOneFound(LearningRateSchedule schedule)
    {
        OptionFault fault = Assert.Single(new MlpRegressionOptions { Schedule = schedule }.FindFaults());
        Assert.Equal("Schedule", fault.Option);
        Assert.Contains("must be", fault.Message, StringComparison.Ordinal);
    }
}
