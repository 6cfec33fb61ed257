using MLNet.LossExperiments.Losses;
using MLNet.LossExperiments.Metrics;
using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments;

/// <summary>The options of <see cref="MlpBinaryTrainer"/>.</summary>
public sealed record MlpBinaryOptions : MlpOptions
{
    /// <summary>The loss. Default binary cross-entropy on logits.</summary>
    public BinaryLoss Loss { get; init; } = BinaryLoss.CrossEntropyOnLogits();

    /// <summary>
    /// How scores are turned into probabilities after the fit, on its validation rows, which are split off for it if there are none; for losses whose scores are no probabilities, or to better those of others.
    /// Default <see cref="CalibrationKind.None"/>.
    /// </summary>
    public CalibrationKind Calibration { get; init; }

    private protected override IEnumerable<OptionFault> ListFaults()
    {
        IEnumerable<OptionFault> faults = base.ListFaults().Concat(SharedOptionFaults.OfMonitor(this, MetricCatalog.Binary, Loss, Loss?.GivesProbabilities ?? true, _ => true));
        if (!Enum.IsDefined(Calibration))
            faults = faults.Append(new(nameof(Calibration), $"is {Calibration}, but must be one of {string.Join(", ", Enum.GetNames<CalibrationKind>())}."));
        return Loss is null ? faults.Append(new(nameof(Loss), "is null, but must be a loss.")) : faults;
    }
}
