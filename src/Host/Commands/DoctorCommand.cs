using System.CommandLine;
using MLNet.LossExperiments.Host.Diagnosis;
using MLNet.LossExperiments.Host.Output;
using MLNet.LossExperiments.Host.Settings;

namespace MLNet.LossExperiments.Host.Commands;

/// <summary><c>mlnet-loss doctor</c>.</summary>
internal sealed class DoctorCommand : ConsoleCommand
{
    private readonly Option<bool> _json = ConsoleOption.Of("--json", "true|false", "Print what was found as one JSON document.", SettingText.Truth);

    public DoctorCommand()
        : base("doctor", "Find out whether training works on this machine, and what to do if not. The output goes well into a bug report: it names no user.") => Options.Add(_json);

    public override IReadOnlyList<string> Examples => ["mlnet-loss doctor", "mlnet-loss doctor --json > doctor.json"];

    public override void Run(ParseResult parse, CommandContext context)
    {
        DoctorDocument document = Doctor.Examine();
        if (parse.GetValue(_json))
            context.Screen.Result(Json.Write(document));
        else
            DoctorReport.Show(context.Screen, document);
        if (!document.CanTrain)
            throw CommandException.Failure("Training does not work here. What is to do stands with the checks that failed.");
    }
}
