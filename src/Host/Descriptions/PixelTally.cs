namespace MLNet.LossExperiments.Host.Descriptions;

/// <summary>Sums up pixels while images are read.</summary>
internal sealed class PixelTally(int height, int width)
{
    private static readonly double[] Whites = [1, 16, 255, 65535];

    private long _count;
    private double _sum;
    private double _squares;
    private double _least = double.PositiveInfinity;
    private double _greatest = double.NegativeInfinity;

    /// <summary>Takes a pixel; one that is missing does not count.</summary>
    public void Add(float pixel)
    {
        if (float.IsNaN(pixel))
            return;
        _count++;
        _sum += pixel;
        _squares += (double)pixel * pixel;
        _least = Math.Min(_least, pixel);
        _greatest = Math.Max(_greatest, pixel);
    }

    /// <summary>The summary; null where there are no pixels.</summary>
    public PixelSummary? Summarise()
    {
        if (_count == 0)
            return null;
        double white = _least < 0 ? 1 : Whites.FirstOrDefault(white => _greatest <= white, 1);
        double mean = _sum / _count, variance = Math.Max(0, (_squares / _count) - (mean * mean));
        return new PixelSummary(height, width, _least, _greatest, white, mean / white, Math.Sqrt(variance) / white);
    }
}
