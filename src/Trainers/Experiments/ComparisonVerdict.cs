namespace MLNet.LossExperiments.Experiments;

/// <summary>Whether a difference is real, at the level of 5 % for all answers of one metric together.</summary>
public enum ComparisonVerdict
{
    /// <summary>There is a single split, so that chance cannot be judged.</summary>
    Unknown,

    /// <summary>Chance explains the difference.</summary>
    CannotTell,

    /// <summary>Wilcoxon's test sees a difference, but the corrected t-test, which knows that splits overlap, does not.</summary>
    Perhaps,

    /// <summary>The corrected t-test says that chance does not explain it.</summary>
    Real,
}
