namespace MLNet.LossExperiments.Host.Learning;

/// <summary>What the losses of a comparison are to predict.</summary>
internal enum ComparedTask
{
    /// <summary>Found out.</summary>
    Auto,

    /// <summary>A number.</summary>
    Regression,

    /// <summary>Which of two or more classes.</summary>
    Classification,
}
