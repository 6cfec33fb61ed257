using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Checkpoints;

/// <summary>How far a member has come: the epochs so far, the best of them, and what early stopping and the schedule remember.</summary>
internal sealed record MemberCheckpoint(int BestEpoch, double Best, double LastImprovement, int EpochsSinceImprovement, IReadOnlyList<double> Schedule, IReadOnlyList<EpochRecord> Epochs);
