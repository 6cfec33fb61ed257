using System.CommandLine;

namespace MLNet.LossExperiments.Host.Settings;

/// <summary>Paths among the values of options. In a config file they start from its folder.</summary>
internal static class OptionPath
{
    private const string StandardStream = "-";

    /// <summary>Whether an option names a place on disk. Help shows FILE or FOLDER for its value then.</summary>
    public static bool IsNamedBy(Option option) => (option.HelpName ?? "").Split('|').Any(name => name is "FILE" or "FOLDER");

    /// <summary>A path in full; standard input and output, which are written as a dash, stay so.</summary>
    public static string InFull(string path) => path == StandardStream ? path : Path.GetFullPath(path);

    /// <summary>The value, in full where it is a path that is not.</summary>
    /// <param name="option">The option.</param>
    /// <param name="value">Its value.</param>
    /// <param name="folder">Where relative paths start from.</param>
    public static string Complete(Option option, string value, string folder) =>
        IsNamedBy(option) && value is not ("" or StandardStream) && !SettingText.IsNone(value) && !value.Contains("://", StringComparison.Ordinal) ? Path.GetFullPath(value, Path.GetFullPath(folder)) : value;
}
