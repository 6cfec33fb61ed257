namespace MLNet.LossExperiments.Host.Descriptions;

/// <summary>Where all pixels of all images lie.</summary>
/// <param name="Height">The rows of an image.</param>
/// <param name="Width">The columns of an image.</param>
/// <param name="Least">The least value of a pixel.</param>
/// <param name="Greatest">The greatest value of a pixel.</param>
/// <param name="White">What pixels are divided by, so that they lie from 0 to 1: the least of 1, 16, 255 and 65535 that none exceeds; 1 where some are negative or exceed all.</param>
/// <param name="Mean">The mean of all pixels, so divided.</param>
/// <param name="StandardDeviation">The standard deviation of all pixels, so divided.</param>
internal sealed record PixelSummary(int Height, int Width, double Least, double Greatest, double White, double Mean, double StandardDeviation);
