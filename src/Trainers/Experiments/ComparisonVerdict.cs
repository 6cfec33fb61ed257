namespace MLNet.LossExperiments.Experiments;

/// <summary>What can be said of a setting against the one that it is compared with. In at most 5 % of all comparisons is any <see cref="Better"/> or <see cref="Worse"/> of one metric due to chance alone.</summary>
public enum ComparisonVerdict
{
    /// <summary>There is a single split, so chance cannot be judged.</summary>
    Unknown,

    /// <summary>The difference may be due to chance.</summary>
    CannotTell,

    /// <summary>
    /// As good for practical purposes: the difference lies within the region of practical equivalence with a probability of at least 95 % (for this pair by itself), whether or not chance explains it.
    /// </summary>
    PracticallyEqual,

    /// <summary>Better than the one it is compared with; chance does not explain the difference.</summary>
    Better,

    /// <summary>Worse than the one it is compared with; chance does not explain the difference.</summary>
    Worse,
}
