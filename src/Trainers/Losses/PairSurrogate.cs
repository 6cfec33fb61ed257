namespace MLNet.LossExperiments.Losses;

/// <summary>What a pair of rows costs by the difference d of their scores, the positive row's less the negative row's.</summary>
public enum PairSurrogate
{
    /// <summary>log(1 + e^−d).</summary>
    Logistic = 0,

    /// <summary>max(0, 1 − d)².</summary>
    SquaredHinge = 1,
}
