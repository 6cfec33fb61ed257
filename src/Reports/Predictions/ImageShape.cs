namespace MLNet.LossExperiments.Reports;

/// <summary>The shape of pictures.</summary>
/// <param name="Width">The width in pixels.</param>
/// <param name="Height">The height in pixels.</param>
/// <param name="Channels">1 for grey, 3 for red, green and blue.</param>
public sealed record ImageShape(int Width, int Height, int Channels = 1);
