namespace MLNet.LossExperiments.Host.Pictures;

/// <summary>An image and what it is of.</summary>
/// <param name="Pixels">Its pixels, row by row.</param>
/// <param name="Label">What it is of; empty where that is not known.</param>
internal sealed record LabeledImage(float[] Pixels, string Label);
