namespace MLNet.LossExperiments.Losses;

/// <summary>The labels that a regression loss makes sense for. All are finite.</summary>
public enum LabelDomain
{
    /// <summary>Any number.</summary>
    AnyNumber = 0,

    /// <summary>At least 0: counts, sums.</summary>
    NonNegative = 1,

    /// <summary>Greater than 0: durations, prices.</summary>
    Positive = 2,

    /// <summary>Anything but 0.</summary>
    NonZero = 3,
}
