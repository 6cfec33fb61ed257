namespace MLNet.LossExperiments;

/// <summary>What a fit is about to do.</summary>
/// <param name="Epochs">The most epochs that it may take.</param>
/// <param name="Members">The number of networks, more than 1 for an ensemble.</param>
/// <param name="FirstEpoch">The number of the first epoch, more than 1 where a fit is resumed.</param>
/// <param name="TrainingRows">The number of rows to train on.</param>
/// <param name="ValidationRows">The number of rows to validate on; 0 for none.</param>
/// <param name="SkippedRows">The number of rows left out, because their label, weight or a feature was missing.</param>
/// <param name="FeatureCount">The number of features.</param>
/// <param name="ParameterCount">The number of weights and biases that are trained.</param>
/// <param name="Device">The device that was chosen, for example <c>cpu</c> or <c>cuda:0</c>.</param>
/// <param name="Seed">The seed of the split, the initial weights, shuffling and dropout.</param>
public sealed record FitStart(int Epochs, int Members, int FirstEpoch, int TrainingRows, int ValidationRows, int SkippedRows, int FeatureCount, long ParameterCount, string Device, int Seed)
{
    /// <summary>The loss that is trained with, with its parameters.</summary>
    public string Loss { get; init; } = "";

    /// <summary>The name for people of what is measured on the validation rows after each epoch (<see cref="Models.EpochRecord.ValidationMetric"/>).</summary>
    public string MetricName { get; init; } = "";
}
