using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Optimizers;
using MLNet.LossExperiments.Schedules;

namespace MLNet.LossExperiments;

/// <summary>
/// The options that the trainers of all tasks share. Immutable: <c>options with { BatchSize = 64 }</c> makes a changed copy.
/// A trainer checks them when it is made and reports all faults together (<see cref="MlpOptionsException"/>).
/// </summary>
public abstract record MlpOptions
{
    private protected MlpOptions()
    {
    }

    /// <summary>The column of the features, a vector of <see cref="float"/> of known size, dense or sparse. Default <c>Features</c>.</summary>
    public string FeatureColumnName { get; init; } = "Features";

    /// <summary>The column of the label. Default <c>Label</c>.</summary>
    public string LabelColumnName { get; init; } = "Label";

    /// <summary>The column of the weights of the rows, numbers of at least 0; null (the default) for equal weights. A weight of 2 counts a row twice. Only ratios matter.</summary>
    public string? ExampleWeightColumnName { get; init; }

    /// <summary>
    /// The column that says which rows belong together, such as all of one patient: a text, key, number or truth value. No group is on both sides when validation rows are split off. ML.NET's own splits call it
    /// <c>samplingKeyColumnName</c>. It is not a feature. Null (the default) where each row stands for itself; not together with <see cref="TimeColumnName"/>.
    /// </summary>
    public string? GroupColumnName { get; init; }

    /// <summary>
    /// The column of the time of each row: a date, a number, or a text of either. The latest rows are split off for validation; rows of the same time stay together. Null (the default) where rows have no order; not together
    /// with <see cref="GroupColumnName"/>.
    /// </summary>
    public string? TimeColumnName { get; init; }

    /// <summary>
    /// How features are brought to one scale before the first layer. It is fitted to the training rows and belongs to the model, which takes raw features; no normalizer is needed before the trainer, and one does no
    /// harm. A model that is trained further keeps its scaling. Default <see cref="InputScaling.Standardize"/>.
    /// </summary>
    public InputScaling InputScaling { get; init; } = InputScaling.Standardize;

    /// <summary>The number of units of each hidden layer, from the features to the outputs; empty for a linear model. Each at least 1; default 64, 32.</summary>
    public IReadOnlyList<int> HiddenSizes { get; init; } = [64, 32];

    /// <summary>The activation of the hidden layers. Default <see cref="Activation.ReLU"/>.</summary>
    public Activation Activation { get; init; } = Activation.ReLU;

    /// <summary>
    /// Whether the features pass batch normalisation (Ioffe and Szegedy 2015) before the first layer; the fitted model has it folded into that layer. Default false:
    /// <see cref="InputScaling"/> does the same job with less noise.
    /// </summary>
    public bool BatchNormalization { get; init; }

    /// <summary>The probability that a hidden unit is dropped in a training step; those kept are scaled by 1 / (1 − p), so that the expectation stays (Srivastava et al. 2014). In [0, 1); default 0.</summary>
    public double Dropout { get; init; }

    /// <summary>The optimizer with its learning rate. Default Adam with 0.001.</summary>
    public Optimizer Optimizer { get; init; } = Optimizer.Adam();

    /// <summary>How the learning rate changes while training. Default <see cref="LearningRateSchedule.Constant"/>.</summary>
    public LearningRateSchedule Schedule { get; init; } = LearningRateSchedule.Constant();

    /// <summary>
    /// The decay of an exponential moving average of the weights (Polyak and Juditsky 1992): after each step the average moves towards the weights by 1 − decay, and it is the average that is
    /// validated and kept. In (0, 1), such as 0.999; null (the default) for none.
    /// </summary>
    public double? AveragingDecay { get; init; }

    /// <summary>The factor of a penalty on Σ|w| that is added to the mean loss, over the weights of all layers, not their biases. In regression it means the same with each loss and each unit of the label where the gradient is scaled (<see cref="MlpRegressionOptions.OutputScaling"/>): as much as beside the squared error of a standardized label. At least 0; default 0.</summary>
    public double L1Penalty { get; init; }

    /// <summary>The factor of a penalty on Σw² that is added to the mean loss, as <see cref="L1Penalty"/> is. Unlike <see cref="Optimizers.Optimizer.WeightDecay"/> of AdamW it acts through the gradient. At least 0; default 0.</summary>
    public double L2Penalty { get; init; }

    /// <summary>The greatest norm of the weights into a unit; after each step greater ones are scaled down to it (Srivastava et al. 2014). Greater than 0, or null (the default) for no limit.</summary>
    public double? MaxNorm { get; init; }

    /// <summary>The number of rows in a training step. An optimizer that needs all rows in each step takes no notice. At least 1 (2 with <see cref="BatchNormalization"/>); default 32.</summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>Whether the last batch of an epoch is left out when it is not full. Default false.</summary>
    public bool DropLast { get; init; }

    /// <summary>The most passes over the training rows. At least 1; default 200.</summary>
    public int Epochs { get; init; } = 200;

    /// <summary>
    /// After how many epochs in a row without an improvement on the validation rows training stops; the best epoch's weights are restored. At least 1, or null for no early
    /// stopping, when the last epoch's weights are kept. Default 20.
    /// </summary>
    public int? Patience { get; init; } = 20;

    /// <summary>What <see cref="Patience"/> watches, and a schedule that waits for a plateau. Default <see cref="ValidationMonitor.Loss"/>.</summary>
    public ValidationMonitor Monitor { get; init; } = ValidationMonitor.Loss;

    /// <summary>By how much an epoch must be better than the best before it for <see cref="Patience"/> to start anew, in units of what is watched. At least 0; default 0.</summary>
    public double MinimumImprovement { get; init; }

    /// <summary>After how much time training stops, at the end of the epoch. Greater than 0, or null (the default) for no limit.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>The share of the rows that is split off for validation when early stopping is on and no validation rows are given. In classification each class gives its share, and of a class of two rows or more at least one is on each side, whether rows are in memory or streamed. In (0, 1); default 0.1.</summary>
    public double ValidationFraction { get; init; } = 0.1;

    /// <summary>The greatest norm of a step's gradient; a greater one is scaled down to it. In regression that is the gradient after <see cref="MlpRegressionOptions.OutputScaling"/>. Greater than 0, or null (the default) for no limit.</summary>
    public double? GradientClippingNorm { get; init; }

    /// <summary>Whether each epoch ends with a pass over the training rows with dropout off (<see cref="EpochRecord.TrainingLoss"/>), which costs about a quarter of the time. Default true.</summary>
    public bool MeasureTrainingLoss { get; init; } = true;

    /// <summary>
    /// How many networks are trained, each from its own initial weights, shuffling and dropout, on the same rows, as one cohort. Ensembles of different seeds have no network in common. The model averages their predictions and, for regression, gives
    /// their variance. At least 1; default 1.
    /// </summary>
    public int Members { get; init; } = 1;

    /// <summary>
    /// The most training rows that are held in memory. Where there are more, each epoch reads them anew, in blocks of this many rows (rounded down to whole batches), each shuffled in itself; rows
    /// sorted by label should be shuffled beforehand. Memory: at most about twice this many rows, 4 bytes a number, and as many validation rows. Where all rows fit, nothing changes. At least 1, or null
    /// (the default) for all rows.
    /// </summary>
    public int? MaxRowsInMemory { get; init; }

    /// <summary>Where and how often the state of the fit is saved; null (the default) for nowhere.</summary>
    public CheckpointOptions? Checkpoint { get; init; }

    /// <summary>The file of a checkpoint to go on from, written by a fit with the same data and options; the weights become the same, to the bit, as if it had never been interrupted. Its seed is taken where <see cref="Seed"/> is null. Null (the default) to start anew.</summary>
    public string? ResumeFrom { get; init; }

    /// <summary>Fixes the split, the initial weights, shuffling and dropout: two fits with one seed are equal to the bit on one machine with one number of threads. Null (the default) draws one from the <c>MLContext</c>.</summary>
    public int? Seed { get; init; }

    /// <summary>Where to train. Default <see cref="TrainingDevice.Auto"/>. A device that is not there is an error, never replaced silently.</summary>
    public TrainingDevice Device { get; init; } = TrainingDevice.Auto;

    /// <summary>Are told how a fit goes. Default none.</summary>
    public IReadOnlyList<ITrainingObserver> Observers { get; init; } = [];

    /// <summary>Ends a fit with <see cref="OperationCanceledException"/>. Default none.</summary>
    public CancellationToken CancellationToken { get; init; }

    /// <summary>Finds what is wrong with these options.</summary>
    /// <returns>The faults; none if a trainer would accept them.</returns>
    public IReadOnlyList<OptionFault> FindFaults() => [.. ListFaults()];

    internal void ThrowIfFaulty()
    {
        if (FindFaults() is { Count: > 0 } faults)
            throw new MlpOptionsException(faults);
    }

    private protected virtual IEnumerable<OptionFault> ListFaults() => SharedOptionFaults.Of(this);
}
