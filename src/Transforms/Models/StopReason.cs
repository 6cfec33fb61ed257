namespace MLNet.LossExperiments.Models;

/// <summary>Why a fit ended.</summary>
public enum StopReason
{
    /// <summary>All epochs that were allowed are done.</summary>
    EpochsDone = 0,

    /// <summary>Patience ran out: the number that was watched no longer got better.</summary>
    NoImprovement = 1,

    /// <summary>The time limit was reached.</summary>
    TimeLimit = 2,
}
