using System.CommandLine;
using MLNet.LossExperiments.Host.Losses;
using MLNet.LossExperiments.Host.Output;
using MLNet.LossExperiments.Host.Settings;

namespace MLNet.LossExperiments.Host.Commands;

/// <summary><c>mlnet-loss losses</c>.</summary>
internal sealed class LossesCommand : ConsoleCommand
{
    private readonly Option<LossTask?> _task = LossOptions.Task();
    private readonly Option<bool> _json = LossOptions.Json();

    public LossesCommand()
        : base("losses", "List the losses that there are; 'losses show' explains and draws them.")
    {
        Options.Add(_task);
        Options.Add(_json);
        Subcommands.Add(new LossesShowCommand());
    }

    public override IReadOnlyList<string> Examples => ["mlnet-loss losses", "mlnet-loss losses --task binary", "mlnet-loss losses show huber"];

    public override void Run(ParseResult parse, CommandContext context)
    {
        LossTask? only = parse.GetValue(_task);
        LossTask[] tasks = [.. LossTask.All.Where(task => only is null || task == only)];
        if (parse.GetValue(_json))
        {
            context.Screen.Result(Json.Write(LossesDocument.OfList(tasks)));
            return;
        }
        foreach (LossTask task in tasks)
            LossTable.Show(context.Screen, task);
        context.Screen.Result("'mlnet-loss losses show NAME' explains one and draws it. In --loss, parameters follow the name: huber:delta=2.");
    }
}
