using System.CommandLine;
using MLNet.LossExperiments.Curves;
using MLNet.LossExperiments.Host.Completion;
using MLNet.LossExperiments.Host.Losses;
using MLNet.LossExperiments.Host.Output;
using MLNet.LossExperiments.Host.Settings;
using MLNet.LossExperiments.Host.Writing;

namespace MLNet.LossExperiments.Host.Commands;

/// <summary><c>mlnet-loss losses show</c>.</summary>
internal sealed class LossesShowCommand : ConsoleCommand
{
    private readonly Argument<string[]> _names = new("NAME") { Description = "A loss, with parameters if wanted: huber, or huber:delta=2. Several are drawn in one picture.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<LossTask?> _task = LossOptions.Task();
    private readonly Option<IReadOnlyList<string>?> _compare = ConsoleOption.Of<IReadOnlyList<string>?>("--compare", "LOSSES", "Losses to draw in the same picture, with commas between them.", LossList.Split);
    private readonly Option<CurveRange?> _range = LossOptions.Range();
    private readonly Option<string?> _output = ConsoleOption.Of<string?>("--output", "FILE", "Draw into this file, .png or .svg, instead of the terminal. A file that is there is replaced.", CurvePicture.CheckName);
    private readonly Option<bool> _json = LossOptions.Json();

    public LossesShowCommand()
        : base("show", "Explain losses: formula, parameters, what minimises them, when to use them; and draw them with their gradients.")
    {
        _output.Aliases.Add("-o");
        _names.CompletionSources.Add(ValueCompletion.AnyLoss);
        Arguments.Add(_names);
        foreach (Option option in (Option[])[_task, _compare, _range, _output, _json])
            Options.Add(option);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "mlnet-loss losses show huber:delta=2",
        "mlnet-loss losses show huber --compare mse,mae -o losses.png",
        "mlnet-loss losses show focal --task binary --range -6/6",
        "mlnet-loss losses show quantiles:levels=0.05/0.5/0.95 --json",
    ];

    public override void Run(ParseResult parse, CommandContext context)
    {
        LossTask? task = parse.GetValue(_task);
        ShownLoss[] shown = [.. parse.GetValue(_names)!.SelectMany(name => LossLookup.Find(name, task, context.Screen.Note))];
        ShownLoss[] drawn = [.. shown, .. (parse.GetValue(_compare) ?? []).SelectMany(name => FindBeside(shown, name, context.Screen.Note))];
        IReadOnlyList<LossCurve>? curves = Draw(drawn, parse.GetValue(_range), out string? noCurve);
        string? file = parse.GetValue(_output);
        if (file is not null)
            Save(CurvePicture.Draw(CurveChart.Of(curves ?? throw CommandException.Failure(noCurve!)), file), file);
        if (parse.GetValue(_json))
        {
            context.Screen.Result(Json.Write(LossesDocument.OfShown(drawn.Select((loss, index) => LossDocument.Of(loss, curves?[index])), noCurve)));
            return;
        }
        foreach (ShownLoss loss in shown)
            LossText.Show(context.Screen, loss);
        if (curves is null)
            context.Screen.Warn(noCurve!);
        else if (file is not null)
            context.Screen.Result($"Drawn into {file}.");
        else
            foreach (CurveChart chart in CurveChart.Of(curves))
                context.Screen.Result(CurvePlot.Of(chart, context.Screen.Width, !context.Screen.IsRich));
    }

    private static void Save(byte[] picture, string file)
    {
        using var placed = new PlacedFile(file);
        placed.Stream.Write(picture);
        placed.Place();
    }

    /// <summary>The losses of a name for the tasks of those shown.</summary>
    private static ShownLoss[] FindBeside(ShownLoss[] shown, string name, Action<string> note)
    {
        ShownLoss[] beside = [.. LossLookup.Find(name, null, note).Where(other => shown.Any(one => one.Task == other.Task))];
        return beside.Length > 0
            ? beside
            : throw CommandException.Usage($"--compare: '{name}' is no loss for {string.Join(" or ", shown.Select(one => one.Task.Name).Distinct())}, so it cannot be drawn beside {shown[0].Loss}.");
    }

    /// <summary>The curves; null, and the reason, where libtorch is missing, without which all else can still be told.</summary>
    private static IReadOnlyList<LossCurve>? Draw(IReadOnlyList<ShownLoss> losses, CurveRange? range, out string? noCurve)
    {
        noCurve = null;
        try
        {
            QuietLibTorch.Load();
            return LossCurve.Of([.. losses.Select(loss => loss.Loss)], range);
        }
        catch (LibTorchNotFoundException e)
        {
            noCurve = $"There is no curve, since the loss itself computes it and needs libtorch for that. {e.Message}";
            return null;
        }
        catch (ArgumentException e)
        {
            throw CommandException.Usage($"--range: {e.Message}");
        }
    }
}
