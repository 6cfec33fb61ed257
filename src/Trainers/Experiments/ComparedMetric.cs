namespace MLNet.LossExperiments.Experiments;

/// <summary>A metric, and how the settings compare by it.</summary>
/// <param name="Name">Its name, for example <c>rmse</c>.</param>
/// <param name="Title">Its name for people, for example <c>RMSE</c>.</param>
/// <param name="IsHigherBetter">Whether higher is better.</param>
/// <param name="Splits">The number of splits compared on: those on which the metric is defined for any setting.</param>
/// <param name="TestShare">Test rows divided by training rows, the mean over these splits: how much the splits overlap. NaN where no setting has the metric.</param>
/// <param name="Best">The setting with the best mean; null where no setting has the metric.</param>
/// <param name="Reference">The setting that others are compared with: the baseline if one is given and has the metric, else the best.</param>
/// <param name="EquivalenceMargin">How far from the reference a setting may be and still be as good for practical purposes, in units of the metric; NaN where no setting has the metric.</param>
/// <param name="MayBeBest">The settings that may be the best, the best mean first: those that no setting they are compared with is better than. With 95 % confidence the best is among them. All where there is a single split.</param>
/// <param name="Others">Each other setting that has the metric, compared with the reference.</param>
public sealed record ComparedMetric(
    string Name,
    string Title,
    bool IsHigherBetter,
    int Splits,
    double TestShare,
    ExperimentSetting? Best,
    ExperimentSetting? Reference,
    double EquivalenceMargin,
    IReadOnlyList<ExperimentSetting> MayBeBest,
    IReadOnlyList<PairedComparison> Others);
