using MLNet.LossExperiments.Host.Learning;
using MLNet.LossExperiments.Host.Splits;

namespace MLNet.LossExperiments.Host.Runs;

/// <summary>What is to be trained, checked as far as that is possible without the data.</summary>
/// <param name="Data">The data.</param>
/// <param name="Shares">How the dataset is divided.</param>
/// <param name="Choice">Makes the task from the labels, once they are known.</param>
internal sealed record TrainingRequest(DataRequest Data, SplitShares Shares, TaskChoice Choice);
