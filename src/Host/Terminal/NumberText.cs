using System.Globalization;

namespace MLNet.LossExperiments.Host.Terminal;

/// <summary>Writes measured numbers for people: four decimals, thousands in groups, and powers of ten only where a number would not be read otherwise.</summary>
internal static class NumberText
{
    private const string None = "–";

    private const double Least = 0.001, Thousand = 1_000, Greatest = 1e15;

    /// <summary>For tables: 0.1234, 23.4567, 56,712.35, 3,215,004,512; – for what is no number.</summary>
    public static string Of(double value) => Write(value, size => size < Thousand ? 4 : size < 100 * Thousand ? 2 : 0);

    /// <summary>In about four digits: 0.1234, 23.46, 56,712.</summary>
    public static string Short(double value) => Write(value, size => size < 1 ? 4 : size < Thousand ? 3 - (int)Math.Floor(Math.Log10(size)) : 0);

    private static string Write(double value, Func<double, int> decimals)
    {
        double size = Math.Abs(value);
        if (!double.IsFinite(value))
            return None;
        return size is 0 or (>= Least and < Greatest) ? value.ToString($"N{decimals(size)}", CultureInfo.InvariantCulture) : value.ToString("G4", CultureInfo.InvariantCulture);
    }
}
