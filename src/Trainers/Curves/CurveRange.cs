using System.Globalization;

namespace MLNet.LossExperiments.Curves;

/// <summary>From where to where a loss is drawn.</summary>
/// <param name="From">The least value, less than <paramref name="To"/>.</param>
/// <param name="To">The greatest.</param>
internal sealed record CurveRange(double From, double To)
{
    private const int Steps = 240;

    /// <summary>Both ends, and what lies between in equal steps.</summary>
    public double[] Points => [.. Enumerable.Range(0, Steps + 1).Select(step => From + ((To - From) * step / Steps))];

    /// <summary>What of it lies between two numbers.</summary>
    /// <exception cref="ArgumentException">Nothing does.</exception>
    public CurveRange Within(double least, double greatest, CurveAxis axis)
    {
        var part = new CurveRange(Math.Max(From, least), Math.Min(To, greatest));
        return part.From < part.To
            ? part
            : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"From {From} to {To} there is nothing to draw: {axis.Name} lies between {least} and {greatest} here."));
    }
}
