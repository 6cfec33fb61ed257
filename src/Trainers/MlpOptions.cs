using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Optimizers;

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

    /// <summary>The number of units of each hidden layer, from the features to the outputs; empty for a linear model. Each at least 1; default 64, 32.</summary>
    public IReadOnlyList<int> HiddenSizes { get; init; } = [64, 32];

    /// <summary>The activation of the hidden layers. Default <see cref="Activation.ReLU"/>.</summary>
    public Activation Activation { get; init; } = Activation.ReLU;

    /// <summary>
    /// Whether the features pass batch normalisation (Ioffe and Szegedy 2015) before the first layer; the fitted model has it folded into that layer. Default false:
    /// an ML.NET normaliser before the trainer does the same job with less noise.
    /// </summary>
    public bool BatchNormalization { get; init; }

    /// <summary>The probability that a hidden unit is dropped in a training step; those kept are scaled by 1 / (1 − p), so that the expectation stays (Srivastava et al. 2014). In [0, 1); default 0.</summary>
    public double Dropout { get; init; }

    /// <summary>The optimizer with its learning rate. Default Adam with 0.001.</summary>
    public Optimizer Optimizer { get; init; } = Optimizer.Adam();

    /// <summary>The number of rows in a training step. At least 1 (2 with <see cref="BatchNormalization"/>); default 32.</summary>
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

    /// <summary>What <see cref="Patience"/> watches. Default <see cref="Monitor.Loss"/>.</summary>
    public Monitor Monitor { get; init; } = Monitor.Loss;

    /// <summary>The share of the rows that is split off for validation when early stopping is on and no validation rows are given; stratified by class in classification. In (0, 1); default 0.1.</summary>
    public double ValidationFraction { get; init; } = 0.1;

    /// <summary>The greatest norm of a step's gradient; a greater one is scaled down to it. Greater than 0, or null (the default) for no limit.</summary>
    public double? GradientClippingNorm { get; init; }

    /// <summary>Whether each epoch ends with a pass over the training rows with dropout off (<see cref="EpochRecord.TrainingLoss"/>), which costs about a quarter of the time. Default true.</summary>
    public bool MeasureTrainingLoss { get; init; } = true;

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

    private protected virtual IEnumerable<OptionFault> ListFaults()
    {
        if (string.IsNullOrWhiteSpace(FeatureColumnName))
            yield return new(nameof(FeatureColumnName), "is empty, but must name a column.");
        if (string.IsNullOrWhiteSpace(LabelColumnName))
            yield return new(nameof(LabelColumnName), "is empty, but must name a column.");
        if (ExampleWeightColumnName is not null && string.IsNullOrWhiteSpace(ExampleWeightColumnName))
            yield return new(nameof(ExampleWeightColumnName), "is empty, but must name a column or be null.");
        if (HiddenSizes is null || HiddenSizes.Any(size => size < 1))
            yield return new(nameof(HiddenSizes), HiddenSizes is null ? "is null, but must be a list." : $"is {string.Join(", ", HiddenSizes)}, but each size must be at least 1.");
        if (!Enum.IsDefined(Activation))
            yield return new(nameof(Activation), $"is {Activation}, but must be one of {string.Join(", ", Enum.GetNames<Activation>())}.");
        if (Dropout is not (>= 0 and < 1))
            yield return new(nameof(Dropout), $"is {Dropout}, but must be at least 0 and less than 1.");
        if (Optimizer is null)
            yield return new(nameof(Optimizer), "is null, but must be an optimizer.");
        foreach (OptionFault fault in Optimizer?.FindFaults() ?? [])
            yield return fault;
        if (BatchSize < (BatchNormalization ? 2 : 1))
            yield return new(nameof(BatchSize), BatchNormalization ? $"is {BatchSize}, but must be at least 2 for batch normalisation." : $"is {BatchSize}, but must be at least 1.");
        if (Epochs < 1)
            yield return new(nameof(Epochs), $"is {Epochs}, but must be at least 1.");
        if (Patience < 1)
            yield return new(nameof(Patience), $"is {Patience}, but must be at least 1, or null for no early stopping.");
        if (!Enum.IsDefined(Monitor))
            yield return new(nameof(Monitor), $"is {Monitor}, but must be one of {string.Join(", ", Enum.GetNames<Monitor>())}.");
        if (ValidationFraction is not (> 0 and < 1))
            yield return new(nameof(ValidationFraction), $"is {ValidationFraction}, but must be greater than 0 and less than 1.");
        if (GradientClippingNorm is not (null or (> 0 and < double.PositiveInfinity)))
            yield return new(nameof(GradientClippingNorm), $"is {GradientClippingNorm}, but must be a number greater than 0, or null for no limit.");
        if (Device is null)
            yield return new(nameof(Device), "is null, but must be a device.");
        if (Observers is null || Observers.Any(observer => observer is null))
            yield return new(nameof(Observers), "is or holds null, but must be a list of observers.");
    }
}
