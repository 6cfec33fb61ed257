using MLNet.LossExperiments.Data;
using MLNet.LossExperiments.Interop;
using MLNet.LossExperiments.Losses;
using MLNet.LossExperiments.Metrics;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Network;
using TorchSharp;

namespace MLNet.LossExperiments.Training;

/// <summary>What distinguishes one task from another while training: the labels, the outputs, the loss and the metric.</summary>
/// <param name="Loss">The loss that is trained with.</param>
/// <param name="Metric">The metric that is measured unless another is watched.</param>
/// <param name="IsStratified">Whether validation rows are split off class by class.</param>
internal abstract record LearningTask(Loss Loss, Metric Metric, bool IsStratified)
{
    /// <summary>What labels must be.</summary>
    /// <exception cref="MlpTrainingException">The label column cannot be learnt.</exception>
    public abstract TargetRule TargetRule(FitRows rows);

    /// <summary>The number of classes that a multiclass label has; otherwise 0.</summary>
    public virtual int ClassCount(FitRows rows) => 0;

    /// <summary>The number of outputs that the network needs.</summary>
    public abstract int OutputCount(FitRows rows);

    /// <summary>What the outputs of the network mean.</summary>
    public virtual PredictionForm Form(FitRows rows) => new(Loss.Link, 1, []);

    /// <summary>The task with what its loss takes from the training rows.</summary>
    /// <exception cref="MlpTrainingException">The loss does not fit the rows.</exception>
    public virtual LearningTask FittedTo(TargetSummary training) => this;

    /// <summary>The range that outputs are confined to.</summary>
    public virtual OutputRange OutputRange => OutputRange.Identity;

    /// <summary>How outputs and gradients are scaled to the labels of the training rows; null for not at all.</summary>
    /// <param name="training">The training rows.</param>
    /// <param name="device">Where the network is trained.</param>
    public virtual OutputScale? OutputScale(TargetSummary training, torch.Device device) => null;

    /// <summary>How scores become probabilities after the fit.</summary>
    public virtual CalibrationKind Calibration => CalibrationKind.None;

    /// <summary>What is remarkable about the labels, to be warned of; null if nothing is.</summary>
    public virtual string? FindOddity(TargetSummary training, string labelColumn) => null;
}
