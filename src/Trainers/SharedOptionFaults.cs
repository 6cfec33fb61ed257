using MLNet.LossExperiments.Catalogs;
using MLNet.LossExperiments.Losses;
using MLNet.LossExperiments.Metrics;
using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments;

/// <summary>Finds what is wrong with the options that the trainers of all tasks share.</summary>
internal static class SharedOptionFaults
{
    public static IEnumerable<OptionFault> Of(MlpOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.FeatureColumnName))
            yield return new(nameof(MlpOptions.FeatureColumnName), "is empty, but must name a column.");
        if (string.IsNullOrWhiteSpace(options.LabelColumnName))
            yield return new(nameof(MlpOptions.LabelColumnName), "is empty, but must name a column.");
        if (options.ExampleWeightColumnName is not null && string.IsNullOrWhiteSpace(options.ExampleWeightColumnName))
            yield return new(nameof(MlpOptions.ExampleWeightColumnName), "is empty, but must name a column or be null.");
        if (options.GroupColumnName is not null && string.IsNullOrWhiteSpace(options.GroupColumnName))
            yield return new(nameof(MlpOptions.GroupColumnName), "is empty, but must name a column or be null.");
        if (options.TimeColumnName is not null && string.IsNullOrWhiteSpace(options.TimeColumnName))
            yield return new(nameof(MlpOptions.TimeColumnName), "is empty, but must name a column or be null.");
        if (options.GroupColumnName is not null && options.TimeColumnName is not null)
            yield return new(nameof(MlpOptions.TimeColumnName), $"is '{options.TimeColumnName}', but must be null where {nameof(MlpOptions.GroupColumnName)} is given: rows are divided by groups or by time, not by both.");
        if (!Enum.IsDefined(options.InputScaling))
            yield return new(nameof(MlpOptions.InputScaling), $"is {options.InputScaling}, but must be one of {string.Join(", ", Enum.GetNames<InputScaling>())}.");
        if (options.HiddenSizes is null || options.HiddenSizes.Any(size => size < 1))
            yield return new(nameof(MlpOptions.HiddenSizes), options.HiddenSizes is null ? "is null, but must be a list." : $"is {string.Join(", ", options.HiddenSizes)}, but each size must be at least 1.");
        if (!Enum.IsDefined(options.Activation))
            yield return new(nameof(MlpOptions.Activation), $"is {options.Activation}, but must be one of {string.Join(", ", Enum.GetNames<Activation>())}.");
        if (options.Dropout is not (>= 0 and < 1))
            yield return new(nameof(MlpOptions.Dropout), $"is {options.Dropout}, but must be at least 0 and less than 1.");
        if (options.Optimizer is null)
            yield return new(nameof(MlpOptions.Optimizer), "is null, but must be an optimizer.");
        foreach (OptionFault fault in options.Optimizer?.FindFaults() ?? [])
            yield return fault;
        if (options.BatchSize < (options.BatchNormalization ? 2 : 1))
            yield return new(nameof(MlpOptions.BatchSize), options.BatchNormalization ? $"is {options.BatchSize}, but must be at least 2 for batch normalisation." : $"is {options.BatchSize}, but must be at least 1.");
        if (options.Epochs < 1)
            yield return new(nameof(MlpOptions.Epochs), $"is {options.Epochs}, but must be at least 1.");
        if (options.Patience < 1)
            yield return new(nameof(MlpOptions.Patience), $"is {options.Patience}, but must be at least 1, or null for no early stopping.");
        if (options.Monitor is null)
            yield return new(nameof(MlpOptions.Monitor), "is null, but must be a monitor.");
        if (!(options.MinimumImprovement >= 0 && double.IsFinite(options.MinimumImprovement)))
            yield return new(nameof(MlpOptions.MinimumImprovement), $"is {options.MinimumImprovement}, but must be a number of at least 0.");
        if (options.TimeLimit <= TimeSpan.Zero)
            yield return new(nameof(MlpOptions.TimeLimit), $"is {options.TimeLimit}, but must be greater than 0, or null for no limit.");
        if (options.Schedule is null)
            yield return new(nameof(MlpOptions.Schedule), "is null, but must be a schedule.");
        foreach (OptionFault fault in options.Schedule?.FindFaults() ?? [])
            yield return fault;
        if (options.AveragingDecay is not (null or (> 0 and < 1)))
            yield return new(nameof(MlpOptions.AveragingDecay), $"is {options.AveragingDecay}, but must be greater than 0 and less than 1, or null for no average.");
        if (!(options.L1Penalty >= 0 && double.IsFinite(options.L1Penalty)))
            yield return new(nameof(MlpOptions.L1Penalty), $"is {options.L1Penalty}, but must be a number of at least 0.");
        if (!(options.L2Penalty >= 0 && double.IsFinite(options.L2Penalty)))
            yield return new(nameof(MlpOptions.L2Penalty), $"is {options.L2Penalty}, but must be a number of at least 0.");
        if (options.MaxNorm is not (null or (> 0 and < double.PositiveInfinity)))
            yield return new(nameof(MlpOptions.MaxNorm), $"is {options.MaxNorm}, but must be a number greater than 0, or null for no limit.");
        if (options.Members < 1)
            yield return new(nameof(MlpOptions.Members), $"is {options.Members}, but must be at least 1.");
        if (options.MaxRowsInMemory < 1)
            yield return new(nameof(MlpOptions.MaxRowsInMemory), $"is {options.MaxRowsInMemory}, but must be at least 1, or null for all rows.");
        foreach (OptionFault fault in options.Checkpoint?.FindFaults() ?? [])
            yield return fault;
        if (options.ResumeFrom is not null && string.IsNullOrWhiteSpace(options.ResumeFrom))
            yield return new(nameof(MlpOptions.ResumeFrom), "is empty, but must name a file or be null.");
        if (options.Optimizer?.IsFullBatch is true && options.Dropout > 0)
            yield return new(nameof(MlpOptions.Dropout), $"is {options.Dropout}, but must be 0 with the optimizer {options.Optimizer.Name}, which compares the losses of several tries in a step.");
        if (options.Optimizer?.IsFullBatch is true && options.GradientClippingNorm is not null)
            yield return new(nameof(MlpOptions.GradientClippingNorm), $"is {options.GradientClippingNorm}, but must be null with the optimizer {options.Optimizer.Name}, whose steps need the true gradient.");
        if (options.ValidationFraction is not (> 0 and < 1))
            yield return new(nameof(MlpOptions.ValidationFraction), $"is {options.ValidationFraction}, but must be greater than 0 and less than 1.");
        if (options.GradientClippingNorm is not (null or (> 0 and < double.PositiveInfinity)))
            yield return new(nameof(MlpOptions.GradientClippingNorm), $"is {options.GradientClippingNorm}, but must be a number greater than 0, or null for no limit.");
        if (options.Device is null)
            yield return new(nameof(MlpOptions.Device), "is null, but must be a device.");
        if (options.Observers is null || options.Observers.Any(observer => observer is null))
            yield return new(nameof(MlpOptions.Observers), "is or holds null, but must be a list of observers.");
    }

    /// <summary>Finds what is wrong with the monitor for a task.</summary>
    /// <param name="options">The options.</param>
    /// <param name="metrics">The metrics of the task.</param>
    /// <param name="loss">The loss that is trained with.</param>
    /// <param name="givesProbabilities">Whether its scores are probabilities.</param>
    /// <param name="outputsMeanTheSame">Whether another loss of the task takes outputs of the same meaning.</param>
    public static IEnumerable<OptionFault> OfMonitor<TLoss>(MlpOptions options, Catalog<Metric> metrics, TLoss? loss, bool givesProbabilities, Func<TLoss, bool> outputsMeanTheSame)
        where TLoss : Loss
    {
        string allowed = $"but must be loss, another loss for this task, or one of {string.Join(", ", metrics.Entries.Select(entry => entry.Name))}";
        if (options.Monitor?.Metric is { } metric && !metrics.Has(metric))
            yield return new(nameof(MlpOptions.Monitor), $"is {metric}, {allowed}.");
        else if (options.Monitor?.Metric is { NeedsProbabilities: true } && !givesProbabilities)
            yield return new(nameof(MlpOptions.Monitor), $"is {options.Monitor}, but must be something that needs no probabilities with the loss '{loss}', whose scores are none.");
        if (options.Monitor?.OtherLoss is { } other and not TLoss)
            yield return new(nameof(MlpOptions.Monitor), $"is {other}, {allowed}.");
        else if (options.Monitor?.OtherLoss is TLoss sameTask && loss is not null && !outputsMeanTheSame(sameTask))
            yield return new(nameof(MlpOptions.Monitor), $"is {sameTask}, but must be a loss that takes outputs of the same meaning as '{loss}' does.");
    }
}
