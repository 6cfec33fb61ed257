using Spectre.Console;

namespace MLNet.LossExperiments.Host.Terminal;

/// <summary>Makes consoles that are rich on a terminal and plain elsewhere.</summary>
internal static class PlainOrRich
{
    // As good as endless, so that a file or a pipe never gets lines broken for the width of some screen.
    private const int PlainWidth = 100_000;

    public static IAnsiConsole Create(TextWriter writer)
    {
        var output = new AnsiConsoleOutput(writer);
        bool isRich = output.IsTerminal && Environment.GetEnvironmentVariable("TERM") != "dumb";
        bool wantsColor = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = output,
            Ansi = isRich ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isRich && wantsColor ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isRich ? InteractionSupport.Yes : InteractionSupport.No,
            // What Spectre knows of build servers, where it writes escape codes into pipes.
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        if (!isRich)
            console.Profile.Width = PlainWidth;
        console.Pipeline.Attach(new CleanText());
        return console;
    }
}
