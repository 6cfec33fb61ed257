using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Training;

/// <summary>How far a member has come.</summary>
internal sealed record MemberProgress(int BestEpoch, (double Best, double LastImprovement, int EpochsSince) Stopping, IReadOnlyList<EpochRecord> Epochs);
