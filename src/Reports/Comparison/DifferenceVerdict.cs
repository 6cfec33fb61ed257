namespace MLNet.LossExperiments.Reports;

/// <summary>Whether a difference is real.</summary>
public enum DifferenceVerdict
{
    /// <summary>There is a single split, so that chance cannot be judged.</summary>
    Unknown,

    /// <summary>Chance explains the difference.</summary>
    CannotTell,

    /// <summary>Only the test that takes splits for independent sees a difference.</summary>
    Perhaps,

    /// <summary>Chance does not explain it.</summary>
    Real,
}
