using MLNet.LossExperiments.Data;

namespace MLNet.LossExperiments.Training;

/// <summary>The rows of a member: to train on, and to validate on if there are any. Weights are of mean 1 over the training rows.</summary>
internal sealed record MemberRows(RowSource Training, RowSource? Validation);
