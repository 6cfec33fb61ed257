using System.Globalization;

namespace MLNet.LossExperiments.Host.Settings;

/// <summary>Reads the values of options, and writes them so that they can be read again. What cannot be read is told in a sentence, as a <see cref="FormatException"/>.</summary>
internal static class SettingText
{
    public static int Integer(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) ? value : throw new FormatException($"'{text}' is not a whole number.");

    public static double Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : throw new FormatException($"'{text}' is not a number.");

    /// <summary>Reads seconds, or hours:minutes:seconds.</summary>
    public static TimeSpan Time(string text)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds) && Math.Abs(seconds) < TimeSpan.MaxValue.TotalSeconds)
            return TimeSpan.FromSeconds(seconds);
        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan time) ? time : throw new FormatException($"'{text}' is neither a number of seconds nor hours:minutes:seconds.");
    }

    public static bool Truth(string text) =>
        bool.TryParse(text, out bool value) ? value : throw new FormatException($"'{text}' is neither true nor false.");

    /// <summary>Reads a member of an enumeration by its name in any case.</summary>
    public static T OneOf<T>(string text)
        where T : struct, Enum =>
        Enum.GetNames<T>().FirstOrDefault(name => name.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } known
            ? Enum.Parse<T>(known)
            : throw new FormatException($"'{text}' is not allowed. Allowed are {NamesOf<T>()}.");

    public static string NamesOf<T>()
        where T : struct, Enum => string.Join(", ", Enum.GetNames<T>().Select(name => name.ToLowerInvariant()));

    public static bool IsNone(string text) => text.Equals("none", StringComparison.OrdinalIgnoreCase);

    public static bool IsAuto(string text) => text.Equals("auto", StringComparison.OrdinalIgnoreCase);

    public static string Text(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);

    public static string Text(bool value) => value ? "true" : "false";
}
