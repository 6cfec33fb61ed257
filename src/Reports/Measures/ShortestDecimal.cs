using System.Globalization;

namespace MLNet.LossExperiments.Reports;

/// <summary>Numbers in 32 bits as people wrote them: 5.6 and not 5.599999904632568, in a fraction of the space.</summary>
internal static class ShortestDecimal
{
    public static double Of(float number) => double.Parse(number.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
