using MLNet.LossExperiments.Host.Losses;
using MLNet.LossExperiments.Host.Terminal;
using Spectre.Console;

namespace MLNet.LossExperiments.Host.Output;

/// <summary>Prints the losses of a task: the name, what it is, its parameters with their defaults.</summary>
internal static class LossTable
{
    private static readonly int NameWidth = LossTask.All.SelectMany(task => task.Entries).Max(entry => entry.Name.Length);

    public static void Show(Screen screen, LossTask task)
    {
        var title = new Text($"{task.Title} (--task {task.Name})", new Style(decoration: Decoration.Underline));
        screen.Result(new Rows(title, NamedTexts.Of([.. task.Entries.Select(entry => (entry.Name, Explain(entry)))], NameWidth, screen.Width, screen.BreaksLines)));
        screen.Result("");
    }

    private static string Explain(LossEntry entry) =>
        entry.Parameters.Count == 0 ? entry.Summary : $"{entry.Summary} ({string.Join(", ", entry.Parameters.Select(parameter => $"{parameter.Name}={parameter.Default}"))})";
}
