namespace MLNet.LossExperiments.Reports;

/// <summary>What can be said of a loss against the one that it is compared with.</summary>
public enum DifferenceVerdict
{
    /// <summary>There is a single split, so chance cannot be judged.</summary>
    Unknown,

    /// <summary>The difference may be due to chance.</summary>
    CannotTell,

    /// <summary>As good for practical purposes: with a probability of at least 95 % they differ by no more than the region of practical equivalence.</summary>
    PracticallyEqual,

    /// <summary>Better; chance does not explain the difference.</summary>
    Better,

    /// <summary>Worse; chance does not explain the difference.</summary>
    Worse,
}
