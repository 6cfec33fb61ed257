namespace MLNet.LossExperiments.Host.Models;

/// <summary>What a model predicts.</summary>
internal enum ModelTask
{
    /// <summary>A number.</summary>
    Regression,

    /// <summary>Which of two classes.</summary>
    Binary,

    /// <summary>Which of more than two classes.</summary>
    Multiclass,
}
