namespace MLNet.LossExperiments.Reports;

/// <summary>One of the causes of a gap between validation and training loss.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Amount">What it adds to the validation loss minus the running training loss; NaN where it cannot be told.</param>
/// <param name="Explanation">What it is and how it was measured, in a sentence.</param>
public sealed record GapCause(GapCauseKind Kind, double Amount, string Explanation);
