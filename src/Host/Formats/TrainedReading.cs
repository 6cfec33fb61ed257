namespace MLNet.LossExperiments.Host.Formats;

/// <summary>How the rows that a model was trained on were written. Other files for that model must be written alike.</summary>
/// <param name="Separator">What stood between two values; null where the rows were not separated text.</param>
/// <param name="DecimalMark">What stood before the fraction of a number; null where no number showed it.</param>
internal sealed record TrainedReading(char? Separator, char? DecimalMark);
