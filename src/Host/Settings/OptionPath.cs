using System.CommandLine;

namespace MLNet.LossExperiments.Host.Settings;

/// <summary>Paths among the values of options. In a config file they start from its folder.</summary>
internal static class OptionPath
{
    private const string StandardStream = "-";

    // Every other place that an option names is written to.
    private static readonly string[] Read = ["--dataset", "--validation-dataset", "--test-dataset", "--resume", "--from", SharedOptions.ConfigName];

    /// <summary>Whether an option names a place on disk. Help shows FILE, FOLDER or PATH for its value then.</summary>
    public static bool IsNamedBy(Option option) => (option.HelpName ?? "").Split('|').Any(name => name is "FILE" or "FOLDER" or "PATH" || name.StartsWith("FILE.", StringComparison.Ordinal));

    /// <summary>Whether an option names a place that is read.</summary>
    public static bool IsRead(Option option) => IsNamedBy(option) && Read.Contains(option.Name);

    /// <summary>Whether an option names a place that is written to.</summary>
    public static bool IsWritten(Option option) => IsNamedBy(option) && !Read.Contains(option.Name);

    /// <summary>Whether a value is a path, and not a standard stream, an address, or the word for nothing.</summary>
    public static bool IsPath(string? value) => value is not (null or "" or StandardStream) && !SettingText.IsNone(value) && !value.Contains("://", StringComparison.Ordinal);

    /// <summary>A path in full; standard input and output, which are written as a dash, stay so.</summary>
    public static string InFull(string path) => path == StandardStream ? path : Path.GetFullPath(path);

    /// <summary>The value, in full where it is a path that is not.</summary>
    /// <param name="option">The option.</param>
    /// <param name="value">Its value.</param>
    /// <param name="folder">Where relative paths start from.</param>
    public static string Complete(Option option, string value, string folder) => IsNamedBy(option) && IsPath(value) ? Path.GetFullPath(value, Path.GetFullPath(folder)) : value;
}
