using System.Globalization;

namespace MLNet.LossExperiments.Host.Help;

/// <summary>How wide help may be.</summary>
internal static class HelpWidth
{
    private const int Usual = 100;
    private const int Least = 30;

    /// <summary>The terminal's width; elsewhere that of the environment variable COLUMNS, or 100.</summary>
    public static int Find()
    {
        int terminal = Console.IsOutputRedirected ? 0 : Console.WindowWidth;
        if (terminal <= 0 && !int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out terminal))
            terminal = Usual;
        return Math.Max(Least, terminal);
    }
}
