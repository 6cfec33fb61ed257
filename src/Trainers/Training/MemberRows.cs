using MLNet.LossExperiments.Data;
using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Training;

/// <summary>The rows of a member: to train on, and to validate on if there are any. Weights are of mean 1 over the training rows, and features are scaled already, by the scaler where there is one.</summary>
internal sealed record MemberRows(RowSource Training, RowSource? Validation, InputScaler? InputScaler = null);
