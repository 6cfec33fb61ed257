using MLNet.LossExperiments.Catalogs;
using MLNet.LossExperiments.Host.Losses;
using MLNet.LossExperiments.Host.Terminal;
using MLNet.LossExperiments.Losses;
using Spectre.Console;

namespace MLNet.LossExperiments.Host.Output;

/// <summary>Prints what there is to know about a loss.</summary>
internal static class LossText
{
    public static void Show(Screen screen, ShownLoss shown)
    {
        (string Name, string Text)[] facts = [.. Facts(shown)];
        var title = new Text($"{shown.Loss}: {shown.Entry.Summary}", new Style(decoration: Decoration.Underline));
        screen.Result(new Rows(title, NamedTexts.Of(facts, facts.Max(fact => fact.Name.Length), screen.Width, screen.BreaksLines)));
        screen.Result("");
    }

    private static IEnumerable<(string Name, string Text)> Facts(ShownLoss shown)
    {
        LossDescription description = shown.Description;
        LossTraits traits = shown.Loss.Traits;
        yield return ("Task", $"{shown.Task.Title.ToLowerInvariant()} (--task {shown.Task.Name})");
        yield return ("Formula", description.Formula);
        foreach (CatalogParameter parameter in shown.Entry.Parameters)
            yield return ($"{parameter.Name} ({description.Symbols[parameter.Name]})", Explain(parameter, shown.ValueOf(parameter)));
        yield return ("Labels", traits.Labels);
        yield return ("Outputs", traits.Outputs);
        yield return ("Link", LinkWords.Of(shown.Loss.Link));
        yield return ("Scores", traits.Scores);
        yield return ("Minimised by", description.MinimisedBy);
        yield return ("For", description.UseWhen);
        yield return ("Not for", description.AvoidWhen);
        yield return ("Source", description.Source);
        yield return ("C#", description.CSharp);
        yield return ("Console", shown.Console);
    }

    private static string Explain(CatalogParameter parameter, string value) =>
        $"{value} ({(value == parameter.Default ? "the default" : $"default {parameter.Default}")}; {parameter.Allowed}): {parameter.Meaning}";
}
