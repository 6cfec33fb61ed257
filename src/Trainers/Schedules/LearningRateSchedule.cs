using MLNet.LossExperiments.Catalogs;

namespace MLNet.LossExperiments.Schedules;

/// <summary>How the learning rate changes while training, as a factor of the optimizer's. Immutable; <c>LearningRateSchedule.Cosine() with { WarmupEpochs = 5 }</c> adds a warm-up.</summary>
public abstract record LearningRateSchedule
{
    private protected LearningRateSchedule(string name) => Name = name;

    /// <summary>The name by which the catalog knows it, for example <c>cosine</c>.</summary>
    public string Name { get; }

    /// <summary>For how many epochs, or parts of one, the learning rate first rises in equal steps from near 0; the schedule itself starts after them. At least 0; default 0.</summary>
    public double WarmupEpochs { get; init; }

    /// <summary>The same learning rate throughout.</summary>
    /// <returns>The schedule.</returns>
    public static ConstantSchedule Constant() => new();

    /// <summary>Multiplies the learning rate by a factor every so many epochs.</summary>
    /// <param name="epochs">After how many epochs, at least 1.</param>
    /// <param name="factor">The factor, greater than 0 and at most 1; default 0.1.</param>
    /// <returns>The schedule.</returns>
    public static StepSchedule Step(int epochs, double factor = StepSchedule.DefaultFactor) => new() { Epochs = epochs, Factor = factor };

    /// <summary>Multiplies the learning rate by a factor after each of some epochs.</summary>
    /// <param name="milestones">The numbers of the epochs, ascending, each at least 1.</param>
    /// <param name="factor">The factor, greater than 0 and at most 1; default 0.1.</param>
    /// <returns>The schedule.</returns>
    public static MultiStepSchedule MultiStep(IReadOnlyList<int> milestones, double factor = StepSchedule.DefaultFactor) => new() { Milestones = milestones, Factor = factor };

    /// <summary>Multiplies the learning rate by a factor after each epoch.</summary>
    /// <param name="factor">The factor, greater than 0 and at most 1.</param>
    /// <returns>The schedule.</returns>
    public static ExponentialSchedule Exponential(double factor) => new() { Factor = factor };

    /// <summary>Half a cosine from the learning rate down to a minimum over all epochs (Loshchilov and Hutter 2017).</summary>
    /// <param name="minimum">The minimum, as a share of the learning rate, in [0, 1]; default 0.</param>
    /// <returns>The schedule.</returns>
    public static CosineSchedule Cosine(double minimum = 0) => new() { Minimum = minimum };

    /// <summary>Half cosines one after the other, each starting again at the learning rate (Loshchilov and Hutter 2017).</summary>
    /// <param name="epochs">The epochs of the first, at least 1.</param>
    /// <param name="growth">By what each is longer than the one before, at least 1; default 1.</param>
    /// <param name="minimum">The minimum, as a share of the learning rate, in [0, 1]; default 0.</param>
    /// <returns>The schedule.</returns>
    public static CosineRestartsSchedule CosineRestarts(int epochs, int growth = 1, double minimum = 0) => new() { Epochs = epochs, Growth = growth, Minimum = minimum };

    /// <summary>Up to the learning rate and down again, step by step over the whole fit (Smith and Topin 2018).</summary>
    /// <returns>The schedule.</returns>
    public static OneCycleSchedule OneCycle() => new();

    /// <summary>Multiplies the learning rate by a factor when what is watched no longer gets better.</summary>
    /// <param name="factor">The factor, in (0, 1); default 0.1.</param>
    /// <param name="patience">How many epochs without an improvement are tolerated, at least 0; default 10.</param>
    /// <returns>The schedule.</returns>
    public static PlateauSchedule Plateau(double factor = StepSchedule.DefaultFactor, int patience = PlateauSchedule.DefaultPatience) => new() { Factor = factor, Patience = patience };

    /// <summary>The name with all settings.</summary>
    /// <returns>For example <c>step:epochs=10,factor=0.1,warmup=0</c>.</returns>
    public sealed override string ToString() => CatalogText.Of(Name, [.. Settings, ("warmup", WarmupEpochs)]);

    /// <summary>The settings beside the warm-up, as the catalog names them.</summary>
    private protected abstract (string Name, object Value)[] Settings { get; }

    /// <summary>The course of one member's learning rate.</summary>
    /// <param name="epochs">The most epochs of the fit.</param>
    /// <param name="stepsPerEpoch">The number of steps in each.</param>
    internal ScheduleState CreateState(int epochs, long stepsPerEpoch)
    {
        long warmup = (long)Math.Round(WarmupEpochs * stepsPerEpoch);
        return new ScheduleState(warmup, stepsPerEpoch, CreateCourse(Math.Max(1, epochs * stepsPerEpoch - warmup), stepsPerEpoch));
    }

    /// <summary>The course after the warm-up.</summary>
    private protected abstract ScheduleCourse CreateCourse(long steps, long stepsPerEpoch);

    internal virtual IEnumerable<OptionFault> FindFaults() =>
        WarmupEpochs >= 0 && double.IsFinite(WarmupEpochs) ? [] : [new(nameof(MlpOptions.Schedule), $"warms up for {WarmupEpochs} epochs, but that must be a number of at least 0.")];

    private protected static IEnumerable<OptionFault> FactorFaults(double factor) =>
        factor is > 0 and <= 1 ? [] : [new(nameof(MlpOptions.Schedule), $"has the factor {factor}, but it must be greater than 0 and at most 1.")];

    private protected static IEnumerable<OptionFault> MinimumFaults(double minimum) =>
        minimum is >= 0 and <= 1 ? [] : [new(nameof(MlpOptions.Schedule), $"has the minimum {minimum}, but it must be a share of the learning rate between 0 and 1.")];

    /// <summary>A course that depends on nothing but the number of the epoch, from 0.</summary>
    private protected static ScheduleCourse ByEpoch(long stepsPerEpoch, Func<long, double> factor) => new StatelessCourse(step => factor(step / stepsPerEpoch));

    /// <summary>A course that depends on nothing but the number of the step, from 0.</summary>
    private protected static ScheduleCourse ByStep(Func<long, double> factor) => new StatelessCourse(factor);

    private sealed class StatelessCourse(Func<long, double> factor) : ScheduleCourse
    {
        public override double Factor(long step) => factor(step);
    }
}
