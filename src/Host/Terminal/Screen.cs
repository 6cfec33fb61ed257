using Microsoft.Win32.SafeHandles;
using MLNet.LossExperiments.Reports;
using Spectre.Console;

namespace MLNet.LossExperiments.Host.Terminal;

/// <summary>What a user sees: results on standard output, everything else on standard error. Control characters that came from data are shown, never obeyed.</summary>
internal sealed class Screen
{
    private const int StandardOutput = 1;

    private static readonly TimeSpan LineInterval = TimeSpan.FromSeconds(2);

    private readonly Verbosity _verbosity;
    private readonly IAnsiConsole _results;
    private readonly IAnsiConsole _notes;

    public Screen(TextWriter output, TextWriter error, Verbosity verbosity)
    {
        _verbosity = verbosity;
        _results = PlainOrRich.Create(output);
        _notes = PlainOrRich.Create(error);
    }

    /// <summary>How many characters a line of results has room for.</summary>
    public int Width => _results.Profile.Width;

    /// <summary>Whether lines of results are broken for <see cref="Width"/>: on a terminal, not in a file or a pipe.</summary>
    public bool BreaksLines => _results.Profile.Capabilities.Interactive;

    /// <summary>Whether results may have colours and characters other than letters: not in a file or a pipe, nor where the user wants no colours.</summary>
    public bool IsRich => _results.Profile.Capabilities is { Ansi: true, Unicode: true, ColorSystem: not ColorSystem.NoColors };

    public bool ShowsStackTraces => _verbosity == Verbosity.Diagnostic;

    /// <exception cref="CommandException">Nobody takes it: the disk that standard output goes to is full, for example.</exception>
    public void Result(Spectre.Console.Rendering.IRenderable result) => WriteResult(() => _results.Write(result));

    /// <exception cref="CommandException">Nobody takes it.</exception>
    public void Result(string line) => WriteResult(() => _results.Profile.Out.Writer.WriteLine(VisibleText.Clean(line)));

    /// <summary>Standard output for results that are many bytes. Where its reader goes away, as head does, writing ends in an <see cref="IOException"/>, and so does the work.</summary>
    public static Stream OpenResults()
    {
        if (!OperatingSystem.IsWindows())
        {
            // The console's own stream swallows what a closed pipe refuses, and the work would go on for nobody. Of a file it alone moves the place that the shell writes at next.
            var output = new FileStream(new SafeFileHandle(StandardOutput, ownsHandle: false), FileAccess.Write, bufferSize: 0);
            if (!output.CanSeek)
                return output;
        }
        return Console.OpenStandardOutput();
    }

    public void Note(string line) => WriteIf(Verbosity.Minimal, line, Style.Plain);

    public void Warn(string line) => WriteIf(Verbosity.Minimal, $"Warning: {line}", new Style(Color.Yellow));

    /// <summary>Notes something, or warns of it.</summary>
    public void Tell(string line, bool isWarning)
    {
        if (isWarning)
            Warn(line);
        else
            Note(line);
    }

    /// <summary>Notes some things, and warns of others.</summary>
    public void Tell(IEnumerable<(string Sentence, bool IsWarning)> remarks)
    {
        foreach ((string sentence, bool isWarning) in remarks)
            Tell(sentence, isWarning);
    }

    public void Detail(string line) => WriteIf(Verbosity.Diagnostic, line, new Style(Color.Grey));

    public void Error(string line) => WriteIf(Verbosity.Quiet, line, new Style(Color.Red));

    private bool IsLive => _verbosity == Verbosity.Minimal && _notes.Profile.Capabilities.Interactive && _notes.Profile.Capabilities.Ansi;

    /// <summary>The way to show how a fit goes.</summary>
    public FitProgress Progress() => _verbosity switch
    {
        Verbosity.Quiet => new SilentProgress(),
        _ when IsLive => new LiveProgress(_notes),
        _ => new PlainProgress(Note, LineInterval),
    };

    /// <summary>The way to show how a comparison goes.</summary>
    public ExperimentProgress ExperimentProgress() => _verbosity switch
    {
        Verbosity.Quiet => new SilentExperimentProgress(),
        _ when IsLive => new LiveExperimentProgress(_notes),
        _ => new PlainExperimentProgress(Note, LineInterval),
    };

    /// <summary>The way to show how far any other work is that may take long: reading, downloading, predicting.</summary>
    public WorkProgress WorkProgress() => _verbosity switch
    {
        Verbosity.Quiet => new SilentWorkProgress(),
        _ when IsLive => new LiveWorkProgress(_notes, TimeSpan.FromSeconds(0.5)),
        _ => new PlainWorkProgress(Note, LineInterval),
    };

    private static void WriteResult(Action write)
    {
        try
        {
            write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CommandException.Failure($"Results cannot be written to standard output: {e.Message}", e);
        }
    }

    private void WriteIf(Verbosity least, string line, Style style)
    {
        if (_verbosity >= least)
            _notes.WriteLine(VisibleText.Clean(line), style);
    }
}
