using MLNet.LossExperiments.Catalogs;

namespace MLNet.LossExperiments.Optimizers;

/// <summary>All optimizers by name. Learning rate and weight decay are set apart.</summary>
public static class OptimizerCatalog
{
    /// <summary>The optimizers, the default first.</summary>
    public static Catalog<Optimizer> All { get; } = new("optimizer",
    [
        new("adam", "Adam", Moments, values => Optimizer.Adam() with { Moments = MomentsOf(values) }),
        new("adamw", "Adam with decoupled weight decay", Moments, values => Optimizer.AdamW() with { Moments = MomentsOf(values) }),
        new("sgd", "stochastic gradient descent",
            [Momentum, CatalogParameter.Truth("nesterov", false, "whether the momentum is Nesterov's; needs a momentum.")],
            values => Optimizer.Sgd() with { Momentum = values.Number("momentum"), Nesterov = values.Truth("nesterov") }),
        new("nadam", "Adam with Nesterov's momentum",
            [.. Moments, CatalogParameter.Number("momentum-decay", NAdamOptimizer.DefaultMomentumDecay, NumberRange.NonNegative, "how fast the share of momentum grows.")],
            values => Optimizer.NAdam() with { Moments = MomentsOf(values), MomentumDecay = values.Number("momentum-decay") }),
        new("radam", "Adam with rectified first steps", Moments, values => Optimizer.RAdam() with { Moments = MomentsOf(values) }),
        new("rmsprop", "steps divided by the root of the mean square",
            [
                CatalogParameter.Number("alpha", Defaults.RmsProp.Alpha, Share, "the share of the mean square that is kept."), Epsilon(Defaults.RmsProp.Epsilon), Momentum,
                CatalogParameter.Truth("centered", false, "whether the mean is taken off the square."),
            ],
            values => Optimizer.RmsProp() with { Alpha = values.Number("alpha"), Epsilon = values.Number("epsilon"), Momentum = values.Number("momentum"), Centered = values.Truth("centered") }),
        new("adagrad", "steps divided by the root of the sum of squares",
            [
                CatalogParameter.Number("learning-rate-decay", 0, NumberRange.NonNegative, "by how much the learning rate falls with the steps."),
                CatalogParameter.Number("initial-accumulator", 0, NumberRange.NonNegative, "what the sum of squares begins with."), Epsilon(Defaults.Adagrad.Epsilon),
            ],
            values => Optimizer.Adagrad() with
            {
                LearningRateDecay = values.Number("learning-rate-decay"), InitialAccumulator = values.Number("initial-accumulator"), Epsilon = values.Number("epsilon"),
            }),
        new("lion", "steps by the sign of a momentum",
            [CatalogParameter.Number("beta1", Defaults.Lion.Beta1, Share, "the share of the momentum in a step's direction."), CatalogParameter.Number("beta2", Defaults.Lion.Beta2, Share, "the share of the momentum that is kept.")],
            values => Optimizer.Lion() with { Beta1 = values.Number("beta1"), Beta2 = values.Number("beta2") }),
        new("lbfgs", "quasi-Newton, all rows in a step",
            [
                CatalogParameter.Integer("max-iterations", Defaults.Lbfgs.MaxIterations, 1, "the most iterations in a step."),
                CatalogParameter.Integer("history-size", Defaults.Lbfgs.HistorySize, 1, "how many steps the curvature is remembered for."),
                CatalogParameter.Number("gradient-tolerance", Defaults.Lbfgs.GradientTolerance, NumberRange.NonNegative, "a step ends where no entry of the gradient is larger."),
                CatalogParameter.Number("change-tolerance", Defaults.Lbfgs.ChangeTolerance, NumberRange.NonNegative, "a step ends where nothing changes by more."),
                CatalogParameter.Truth("line-search", true, "whether the length of a move is searched for."),
            ],
            values => Optimizer.Lbfgs() with
            {
                MaxIterations = values.Integer("max-iterations"), HistorySize = values.Integer("history-size"), GradientTolerance = values.Number("gradient-tolerance"),
                ChangeTolerance = values.Number("change-tolerance"), LineSearch = values.Truth("line-search"),
            }),
    ]);

    private static NumberRange Share => NumberRange.FromBelow(0, 1);

    private static CatalogParameter Momentum => CatalogParameter.Number("momentum", 0, Share, "the share of the previous step that is taken again.");

    private static CatalogParameter[] Moments =>
    [
        CatalogParameter.Number("beta1", Defaults.Moments.Beta1, Share, "the share of the mean gradient that is kept."),
        CatalogParameter.Number("beta2", Defaults.Moments.Beta2, Share, "the share of the mean square that is kept."),
        Epsilon(Defaults.Moments.Epsilon),
    ];

    private static CatalogParameter Epsilon(double value) => CatalogParameter.Number("epsilon", value, NumberRange.Positive, "keeps the divisor from 0.");

    private static AdamMoments MomentsOf(CatalogArguments values) => new() { Beta1 = values.Number("beta1"), Beta2 = values.Number("beta2"), Epsilon = values.Number("epsilon") };

    /// <summary>Optimizers as they are made, for their defaults.</summary>
    private static class Defaults
    {
        public static AdamMoments Moments { get; } = new();

        public static RmsPropOptimizer RmsProp { get; } = Optimizer.RmsProp();

        public static AdagradOptimizer Adagrad { get; } = Optimizer.Adagrad();

        public static LionOptimizer Lion { get; } = Optimizer.Lion();

        public static LbfgsOptimizer Lbfgs { get; } = Optimizer.Lbfgs();
    }
}
