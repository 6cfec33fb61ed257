namespace MLNet.LossExperiments.Reports;

/// <summary>Why a validation loss differs from a training loss.</summary>
public enum GapCauseKind
{
    /// <summary>Dropout, and normalisation by the batch, are on in training and off in validation.</summary>
    TrainingMode,

    /// <summary>The training loss is averaged over an epoch in which the weights move; validation has those of its end.</summary>
    MovingWeights,

    /// <summary>Both of these together, where they cannot be told apart.</summary>
    TrainingModeAndMovingWeights,

    /// <summary>The rows are others: easier ones, or ones that were not learned by heart.</summary>
    OtherRows,
}
