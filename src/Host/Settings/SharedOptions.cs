using System.CommandLine;
using System.CommandLine.Parsing;
using MLNet.LossExperiments.Host.Terminal;

namespace MLNet.LossExperiments.Host.Settings;

/// <summary>The options that every command has.</summary>
internal sealed class SharedOptions
{
    /// <summary>The name of the option for a config file.</summary>
    public const string ConfigName = "--config";

    private readonly Option<string?> _config = ConsoleOption.Text(
        ConfigName, "FILE", "Take options from this JSON or YAML file, by their names without dashes; those of the command line come first. The config.json of a run is one.");

    private readonly Option<Verbosity?> _verbosity = ConsoleOption.Of<Verbosity?>(
        "--verbosity", "LEVEL", "How much is said on standard error: q[uiet], m[inimal], diag[nostic]. [default: minimal]", text => ReadVerbosity(text));

    private readonly Option<string?> _logFile = ConsoleOption.Text("--log-file-path", "FILE", "Where to write ML.NET's log.");

    public void AddTo(Command root)
    {
        foreach (Option option in (Option[])[_config, _verbosity, _logFile])
        {
            option.Recursive = true;
            root.Options.Add(option);
        }
    }

    /// <summary>The config file that a command line names; null for none.</summary>
    public static string? ConfigIn(ParseResult parse) => (parse.GetResult(ConfigName) as OptionResult)?.Tokens is [.., var path] ? path.Value : null;

    /// <summary>The level asked for; the usual one also where the command line is faulty, since that must be told.</summary>
    public Verbosity VerbosityIn(ParseResult parse) => (parse.Errors.Count > 0 ? null : parse.GetValue(_verbosity)) ?? Verbosity.Minimal;

    public LogFile? OpenLog(ParseResult parse) => parse.GetValue(_logFile) is { } path ? new LogFile(path) : null;

    private static Verbosity ReadVerbosity(string text) => text.ToLowerInvariant() switch
    {
        "q" or "quiet" => Verbosity.Quiet,
        "m" or "minimal" => Verbosity.Minimal,
        "diag" or "diagnostic" => Verbosity.Diagnostic,
        _ => throw new FormatException($"'{text}' is not allowed. Allowed are q, quiet, m, minimal, diag, diagnostic."),
    };
}
