using MLNet.LossExperiments.Optimizers;
using MLNet.LossExperiments.Schedules;
using static MLNet.LossExperiments.Host.Settings.SettingText;

namespace MLNet.LossExperiments.Host.Settings;

/// <summary>How weights follow gradients.</summary>
internal static class OptimizationSettings
{
    public static IEnumerable<TrainerSetting> All() =>
    [
        TrainerSetting.Of<Optimizer>(
            nameof(MlpOptions.Optimizer),
            ("--optimizer", "NAME"),
            $"How weights follow gradients, with settings if wanted: {string.Join(", ", OptimizerCatalog.All.Entries)}.",
            OptimizerCatalog.All.Parse,
            options => options.Optimizer.ToString(),
            (options, optimizer) => options with { Optimizer = optimizer }),
        TrainerSetting.Of<double>(
            nameof(Optimizer.LearningRate),
            ("--learning-rate", "RATE"),
            $"Size of a step. [default: {DefaultsOf(optimizer => optimizer.LearningRate)}]",
            Number,
            options => Text(options.Optimizer.LearningRate),
            (options, rate) => options with { Optimizer = options.Optimizer with { LearningRate = rate } }),
        TrainerSetting.Of<double>(
            nameof(SgdOptimizer.Momentum),
            ("--momentum", "SHARE"),
            "Share of the previous step that is taken again; for sgd and rmsprop.",
            Number,
            _ => null,
            (options, momentum) => options with
            {
                Optimizer = options.Optimizer switch
                {
                    SgdOptimizer sgd => sgd with { Momentum = momentum },
                    RmsPropOptimizer rmsprop => rmsprop with { Momentum = momentum },
                    var other => throw new FormatException($"goes with --optimizer sgd and rmsprop, not with {other.Name}."),
                },
            }),
        TrainerSetting.Of<double>(
            nameof(Optimizer.WeightDecay),
            ("--weight-decay", "FACTOR"),
            $"How strongly weights are drawn to 0. [default: {DefaultsOf(optimizer => optimizer.WeightDecay)}]",
            Number,
            options => Text(options.Optimizer.WeightDecay),
            (options, decay) => options with { Optimizer = options.Optimizer with { WeightDecay = decay } }),
        TrainerSetting.Of<LearningRateSchedule>(
            nameof(MlpOptions.Schedule),
            ("--schedule", "NAME"),
            $"How the learning rate changes, with settings if wanted: {string.Join(", ", ScheduleCatalog.All.Entries)}. [default: constant]",
            ScheduleCatalog.All.Parse,
            options => options.Schedule.ToString(),
            (options, schedule) => options with { Schedule = schedule }),
        TrainerSetting.Of<double>(
            nameof(MlpOptions.L1Penalty),
            ("--l1", "FACTOR"),
            "Factor of a penalty on the sum of the weights' sizes.",
            Number,
            options => Text(options.L1Penalty),
            (options, factor) => options with { L1Penalty = factor }),
        TrainerSetting.Of<double>(
            nameof(MlpOptions.L2Penalty),
            ("--l2", "FACTOR"),
            "Factor of a penalty on the sum of the weights' squares.",
            Number,
            options => Text(options.L2Penalty),
            (options, factor) => options with { L2Penalty = factor }),
        TrainerSetting.Of<double?>(
            nameof(MlpOptions.MaxNorm),
            ("--max-norm", "NORM"),
            "Greatest norm of the weights into a unit; none for no limit.",
            text => IsNone(text) ? null : Number(text),
            options => options.MaxNorm is double norm ? Text(norm) : "none",
            (options, norm) => options with { MaxNorm = norm },
            nullText: "none"),
        TrainerSetting.Of<double?>(
            nameof(MlpOptions.AveragingDecay),
            ("--averaging-decay", "SHARE"),
            "Keep a moving average of the weights with this decay, such as 0.999, and use it; none for no average.",
            text => IsNone(text) ? null : Number(text),
            options => options.AveragingDecay is double decay ? Text(decay) : "none",
            (options, decay) => options with { AveragingDecay = decay },
            nullText: "none"),
        TrainerSetting.Of<double?>(
            nameof(MlpOptions.GradientClippingNorm),
            ("--clip-norm", "NORM"),
            "Greatest norm of a step's gradient; none for no limit.",
            text => IsNone(text) ? null : Number(text),
            options => options.GradientClippingNorm is double norm ? Text(norm) : "none",
            (options, norm) => options with { GradientClippingNorm = norm },
            nullText: "none"),
    ];

    private static string DefaultsOf(Func<Optimizer, double> property) =>
        string.Join(", ", OptimizerCatalog.All.Entries.Select(entry => $"{entry.Name} {Text(property(entry.Create()))}"));
}
