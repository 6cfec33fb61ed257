using Microsoft.ML;
using Microsoft.ML.Runtime;
using MLNet.LossExperiments.Experiments;
using MLNet.LossExperiments.Losses;
using MLNet.LossExperiments.Metrics;
using MLNet.LossExperiments.Training;

namespace MLNet.LossExperiments;

/// <summary>
/// Finds out which loss to train with: every loss is trained on the same rows with the same seeds, measured on the same held out rows by the same metrics in units of the label, and told apart by tests that
/// know that splits of one data set overlap. For each seed the rows are divided anew. Immutable; see <see cref="RegressionLossExperiment"/> and its siblings.
/// </summary>
public abstract record LossExperiment
{
    private protected LossExperiment()
    {
    }

    /// <summary>The seeds: each divides the rows anew, and with the fold decides initial weights, shuffling and dropout. At least one, all different; default 1 to 5.</summary>
    public IReadOnlyList<int> Seeds { get; init; } = [1, 2, 3, 4, 5];

    /// <summary>The number of parts that the rows are divided into for each seed; each is held out once. At least 2; default 5. Unused where <see cref="Holdout"/> is given.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>The share of the rows that is held out once for each seed, instead of folds. In (0, 1), or null (the default) for folds.</summary>
    public double? Holdout { get; init; }

    /// <summary>
    /// The column that says which rows belong together, such as all of one patient: no group is on both sides of a split, neither in the folds nor when a network splits validation rows off. Folds are as equal in size, and classes
    /// as even, as groups allow. Null (the default) for that of the trainer (<see cref="MlpOptions.GroupColumnName"/>); not together with <see cref="TimeColumnName"/>.
    /// </summary>
    public string? GroupColumnName { get; init; }

    /// <summary>
    /// The column of the time of each row: each fold is held out from the rows before it alone (a rolling origin with an expanding window: of n folds the first is held out from the earliest n + 1-th of the rows), and
    /// <see cref="Holdout"/> holds out the latest rows. Rows of the same time stay together. Splits are then the same for all seeds, which decide initial weights and shuffling alone; a comparison takes the mean over seeds on each
    /// split. Null (the default) for that of the trainer (<see cref="MlpOptions.TimeColumnName"/>).
    /// </summary>
    public string? TimeColumnName { get; init; }

    /// <summary>The learning rates that each loss is trained with; none (the default) for that of the trainer's optimizer.</summary>
    public IReadOnlyList<double> LearningRates { get; init; } = [];

    /// <summary>The hidden sizes that each loss is trained with; none (the default) for those of the trainer.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Architectures { get; init; } = [];

    /// <summary>What is done to the rows before a trainer sees them, such as a normaliser. It is fitted to the rows that are trained on alone, anew for each split. Null (the default) for nothing.</summary>
    public IEstimator<ITransformer>? Preprocessing { get; init; }

    /// <summary>The metric that decides which is best; null (the default) for RMSE in regression and accuracy in classification.</summary>
    public Metric? Criterion { get; init; }

    /// <summary>
    /// The loss that all others are compared with, one of those compared, decided before looking at results: fewer questions find smaller differences. With several learning rates or architectures the first of each. Null (the
    /// default) to compare all pairs, and to report each setting against the best.
    /// </summary>
    public Loss? Baseline { get; init; }

    /// <summary>How far apart two settings may be and still be as good as each other for practical purposes. Null (the default) for 1 % of the mean, and 0.01 for accuracy, AUC, F1, R², calibration error and likelihoods without their constant.</summary>
    public EquivalenceRegion? Equivalence { get; init; }

    /// <summary>Whether the best is fitted to all rows in the end, with the first seed (<see cref="LossExperimentResult.Model"/>). Default true.</summary>
    public bool RefitsBest { get; init; } = true;

    /// <summary>
    /// The most rows, of those that the first seed holds out, of which each network's predictions are kept (<see cref="ExperimentCell.HeldOut"/>), spread evenly over the folds; the networks of that seed also note the
    /// criterion after each epoch. At least 0, for neither; default 1000.
    /// </summary>
    public int KeptPredictions { get; init; } = 1000;

    /// <summary>Cells of the same experiment that were finished before, for example before it was interrupted; they are not trained again. Default none.</summary>
    public IReadOnlyList<ExperimentCell> Finished { get; init; } = [];

    /// <summary>Are told how it goes. Default none.</summary>
    public IReadOnlyList<IExperimentObserver> Observers { get; init; } = [];

    /// <summary>Finds what is wrong with this experiment.</summary>
    /// <returns>The faults; none if it would be run.</returns>
    public IReadOnlyList<OptionFault> FindFaults() => [.. ListFaults()];

    internal abstract MlpOptions TrainerOptions { get; }

    /// <summary>The experiment with another trainer.</summary>
    internal abstract LossExperiment WithTrainer(MlpOptions trainer);

    internal abstract IReadOnlyList<Loss> ComparedLosses { get; }

    internal abstract bool IsStratified { get; }

    /// <summary>The metrics of the task.</summary>
    internal abstract IReadOnlyList<Metric> TaskMetrics { get; }

    internal abstract MlpOptions WithLoss(MlpOptions options, Loss loss);

    internal abstract LearningTask TaskOf(MlpOptions options);

    internal abstract IEstimator<ITransformer> TrainerOf(IHostEnvironment environment, MlpOptions options);

    internal virtual bool GivesProbabilities(Loss loss) => true;

    /// <summary>Metrics for what the losses optimise, where no metric of the task says it.</summary>
    internal virtual IEnumerable<Metric> LossMetrics => [];

    internal string? SplitGroupColumn => GroupColumnName ?? TrainerOptions.GroupColumnName;

    internal string? SplitTimeColumn => TimeColumnName ?? TrainerOptions.TimeColumnName;

    internal Metric ResolvedCriterion => Criterion ?? TaskMetrics[0];

    internal ExperimentSetting? BaselineSetting => Baseline is null ? null : ListSettings().First(listed => listed.Setting.Loss == Baseline.Name).Setting;

    internal IReadOnlyList<Metric> ListMetrics() => [.. TaskMetrics.Concat(LossMetrics)];

    /// <summary>Losses in the order of this number stand side by side.</summary>
    internal int PlaceOf(Loss loss) => ComparedLosses.TakeWhile(other => !ReferenceEquals(other, loss)).Count();

    internal IReadOnlyList<(ExperimentSetting Setting, MlpOptions Options)> ListSettings() =>
    [
        .. from loss in ComparedLosses
           from hidden in Architectures.Count > 0 ? Architectures : [TrainerOptions.HiddenSizes]
           from rate in LearningRates.Count > 0 ? LearningRates : [TrainerOptions.Optimizer.LearningRate]
           select (new ExperimentSetting(loss.Name, rate, string.Join(",", hidden)), WithLoss(TrainerOptions with { GroupColumnName = SplitGroupColumn, TimeColumnName = SplitTimeColumn, HiddenSizes = hidden, Optimizer = TrainerOptions.Optimizer with { LearningRate = rate } }, loss)),
    ];

    /// <summary>The trainer's options for a setting.</summary>
    internal MlpOptions OptionsOf(ExperimentSetting setting) => ListSettings().First(listed => listed.Setting == setting).Options;

    internal void ThrowIfFaulty()
    {
        if (FindFaults() is { Count: > 0 } faults)
            throw new MlpOptionsException(faults);
    }

    private protected virtual IEnumerable<OptionFault> ListFaults()
    {
        if (ComparedLosses is null || ComparedLosses.Count == 0 || ComparedLosses.Any(loss => loss is null))
        {
            yield return new("Losses", "is empty or holds null, but must name at least one loss.");
            yield break;
        }
        if (ComparedLosses.GroupBy(loss => loss.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
            yield return new("Losses", $"has '{twice.Key}' twice, but must name each loss once.");
        if (Seeds is null || Seeds.Count == 0 || Seeds.Distinct().Count() < Seeds.Count)
            yield return new(nameof(Seeds), "is empty or has a seed twice, but must be at least one seed, each once.");
        if (Holdout is null && Folds < 2)
            yield return new(nameof(Folds), $"is {Folds}, but must be at least 2; to hold out a share once set Holdout.");
        if (Holdout is not (null or (> 0 and < 1)))
            yield return new(nameof(Holdout), $"is {Holdout}, but must be greater than 0 and less than 1, or null for folds.");
        if (GroupColumnName is not null && TrainerOptions.GroupColumnName is { } group && group != GroupColumnName)
            yield return new(nameof(GroupColumnName), $"is '{GroupColumnName}', but that of the trainer is '{group}'. Give one of them.");
        if (TimeColumnName is not null && TrainerOptions.TimeColumnName is { } time && time != TimeColumnName)
            yield return new(nameof(TimeColumnName), $"is '{TimeColumnName}', but that of the trainer is '{time}'. Give one of them.");
        if (KeptPredictions < 0)
            yield return new(nameof(KeptPredictions), $"is {KeptPredictions}, but must be at least 0.");
        if (LearningRates is null || LearningRates.Any(rate => !(rate > 0 && double.IsFinite(rate))) || LearningRates.Distinct().Count() < LearningRates.Count)
            yield return new(nameof(LearningRates), "holds a number that is not greater than 0, or one twice.");
        if (Architectures is null || Architectures.Any(sizes => sizes is null || sizes.Any(size => size < 1)) || Architectures.Select(sizes => string.Join(",", sizes)).Distinct().Count() < Architectures.Count)
            yield return new(nameof(Architectures), "holds a size less than 1, or one architecture twice.");
        if (Baseline is not null && ComparedLosses.All(loss => loss.Name != Baseline.Name))
            yield return new(nameof(Baseline), $"is '{Baseline}', but must be one of the losses that are compared: {string.Join(", ", ComparedLosses)}.");
        if (Criterion is not null && ListMetrics().All(metric => metric.Name != Criterion.Name))
            yield return new(nameof(Criterion), $"is {Criterion}, but must be one of {string.Join(", ", ListMetrics())}.");
        else if (ResolvedCriterion.NeedsProbabilities && ComparedLosses.FirstOrDefault(loss => !GivesProbabilities(loss)) is { } other)
            yield return new(nameof(Criterion), $"is {Criterion}, which needs probabilities, but the scores of '{other}' are none.");
        foreach ((string name, string allowed) in new (string, string, bool)[]
        {
            (nameof(MlpOptions.Members), "1, since each network is a cell of its own", TrainerOptions.Members != 1),
            (nameof(MlpOptions.Checkpoint), "null: cells that are finished are handed to the observers", TrainerOptions.Checkpoint is not null),
            (nameof(MlpOptions.ResumeFrom), "null: cells that are finished are given as Finished", TrainerOptions.ResumeFrom is not null),
            (nameof(MlpOptions.MaxRowsInMemory), "null: an experiment holds its rows in memory", TrainerOptions.MaxRowsInMemory is not null),
            (nameof(MlpOptions.TimeLimit), "null: cells trained together would get different shares of it", TrainerOptions.TimeLimit is not null),
            (nameof(MlpOptions.Observers), "empty: an experiment has observers of its own", TrainerOptions.Observers is { Count: > 0 }),
        }.Where(fault => fault.Item3).Select(fault => (fault.Item1, fault.Item2)))
            yield return new($"Trainer.{name}", $"must be {allowed}.");
        foreach (OptionFault fault in ListSettings().SelectMany(setting => setting.Options.FindFaults()).Distinct())
            yield return new($"Trainer.{fault.Option}", fault.Message);
    }
}
