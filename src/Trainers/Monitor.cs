namespace MLNet.LossExperiments;

/// <summary>What early stopping watches on the validation rows.</summary>
public enum Monitor
{
    /// <summary>The loss that is trained with; lower is better.</summary>
    Loss = 0,

    /// <summary>The task's metric: the root of the mean squared error for regression (lower is better), accuracy for classification (higher is better).</summary>
    Metric = 1,
}
