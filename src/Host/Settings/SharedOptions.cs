using System.CommandLine;
using MLNet.LossExperiments.Host.Terminal;

namespace MLNet.LossExperiments.Host.Settings;

/// <summary>The options that every command has.</summary>
internal sealed class SharedOptions
{
    private readonly Option<Verbosity?> _verbosity = ConsoleOption.Of<Verbosity?>(
        "--verbosity", "LEVEL", "How much is said on standard error: q[uiet], m[inimal], diag[nostic]. [default: minimal]", text => ReadVerbosity(text));

    private readonly Option<string?> _logFile = ConsoleOption.Text("--log-file-path", "FILE", "Where to write ML.NET's log.");

    public void AddTo(Command root)
    {
        foreach (Option option in (Option[])[_verbosity, _logFile])
        {
            option.Recursive = true;
            root.Options.Add(option);
        }
    }

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
