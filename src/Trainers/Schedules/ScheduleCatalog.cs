using MLNet.LossExperiments.Catalogs;

namespace MLNet.LossExperiments.Schedules;

/// <summary>All learning-rate schedules by name. Each takes a warm-up.</summary>
public static class ScheduleCatalog
{
    /// <summary>The schedules, the default first.</summary>
    public static Catalog<LearningRateSchedule> All { get; } = new("schedule",
    [
        Entry("constant", "the same throughout", [], _ => LearningRateSchedule.Constant()),
        Entry("step", "down by a factor every so many epochs",
            [Epochs("epochs", StepSchedule.DefaultEpochs, "after how many epochs."), Factor(StepSchedule.DefaultFactor)],
            values => LearningRateSchedule.Step(values.Integer("epochs"), values.Number("factor"))),
        Entry("multi-step", "down by a factor after some epochs",
            [CatalogParameter.Numbers("milestones", [30, 60, 90], NumberRange.AtLeast(1), "after which epochs."), Factor(StepSchedule.DefaultFactor)],
            values => LearningRateSchedule.MultiStep([.. values.Numbers("milestones").Select(milestone => (int)milestone)], values.Number("factor"))),
        Entry("exponential", "down by a factor after each epoch", [Factor(ExponentialSchedule.DefaultFactor)], values => LearningRateSchedule.Exponential(values.Number("factor"))),
        Entry("cosine", "down along half a cosine", [Minimum], values => LearningRateSchedule.Cosine(values.Number("minimum"))),
        Entry("cosine-restarts", "half cosines one after the other",
            [Epochs("epochs", CosineRestartsSchedule.DefaultEpochs, "the epochs of the first."), Epochs("growth", 1, "by what each is longer than the one before."), Minimum],
            values => LearningRateSchedule.CosineRestarts(values.Integer("epochs"), values.Integer("growth"), values.Number("minimum"))),
        Entry("one-cycle", "up and down again, step by step",
            [
                CatalogParameter.Number("rise", OneCycleSchedule.DefaultRise, NumberRange.OpenShare, "the share of the steps on which it rises."),
                CatalogParameter.Number("start", OneCycleSchedule.DefaultStart, NumberRange.AboveUpTo(0, 1), "where it starts, as a share of the learning rate."),
                CatalogParameter.Number("end", OneCycleSchedule.DefaultEnd, NumberRange.ClosedShare, "where it ends, as a share of the learning rate."),
            ],
            values => LearningRateSchedule.OneCycle() with { Rise = values.Number("rise"), Start = values.Number("start"), End = values.Number("end") }),
        Entry("plateau", "down by a factor when nothing gets better",
            [
                CatalogParameter.Number("factor", StepSchedule.DefaultFactor, NumberRange.OpenShare, "what the learning rate is multiplied by."),
                CatalogParameter.Integer("patience", PlateauSchedule.DefaultPatience, 0, "how many epochs without an improvement are tolerated."),
                CatalogParameter.Number("threshold", PlateauSchedule.DefaultThreshold, NumberRange.FromBelow(0, 1), "the share by which an epoch must be better."),
                CatalogParameter.Integer("cooldown", 0, 0, "for how many epochs after a reduction nothing is counted."), Minimum,
            ],
            values => LearningRateSchedule.Plateau(values.Number("factor"), values.Integer("patience")) with
            {
                Threshold = values.Number("threshold"), Cooldown = values.Integer("cooldown"), Minimum = values.Number("minimum"),
            }),
    ]);

    private static CatalogParameter Minimum => CatalogParameter.Number("minimum", 0, NumberRange.ClosedShare, "the least, as a share of the learning rate.");

    private static CatalogParameter Factor(double value) => CatalogParameter.Number("factor", value, NumberRange.AboveUpTo(0, 1), "what the learning rate is multiplied by.");

    private static CatalogParameter Epochs(string name, int value, string meaning) => CatalogParameter.Integer(name, value, 1, meaning);

    private static CatalogEntry<LearningRateSchedule> Entry(string name, string summary, IReadOnlyList<CatalogParameter> parameters, Func<CatalogArguments, LearningRateSchedule> create) => new(
        name,
        summary,
        [.. parameters, CatalogParameter.Number("warmup", 0, NumberRange.NonNegative, "for how many epochs the learning rate first rises from near 0.")],
        values => create(values) with { WarmupEpochs = values.Number("warmup") });
}
