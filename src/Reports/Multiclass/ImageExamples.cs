namespace MLNet.LossExperiments.Reports;

/// <summary>Some misclassified rows as pictures, the most confident mistakes first.</summary>
/// <param name="Width">The width in pixels.</param>
/// <param name="Height">The height in pixels.</param>
/// <param name="Channels">1 for grey, 3 for red, green and blue.</param>
/// <param name="Images">The pictures.</param>
public sealed record ImageExamples(int Width, int Height, int Channels, IReadOnlyList<ImageExample> Images);
