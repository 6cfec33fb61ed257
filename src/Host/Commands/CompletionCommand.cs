using System.CommandLine;
using MLNet.LossExperiments.Host.Completion;
using MLNet.LossExperiments.Host.Settings;

namespace MLNet.LossExperiments.Host.Commands;

/// <summary><c>mlnet-loss completion</c>.</summary>
internal sealed class CompletionCommand : ConsoleCommand
{
    private readonly Argument<string> _shell = new("SHELL")
    {
        Description = $"The shell: {SettingText.NamesOf<Shell>()}.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public CompletionCommand()
        : base("completion", "Print a script that lets a shell complete commands, options, their values and column names with the Tab key.")
    {
        _shell.CompletionSources.Add(_ => Enum.GetNames<Shell>().Select(name => name.ToLowerInvariant()));
        Arguments.Add(_shell);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "source <(mlnet-loss completion bash)",
        "mlnet-loss completion zsh > ~/.zfunc/_mlnet-loss",
        "mlnet-loss completion pwsh | Out-String | Invoke-Expression",
    ];

    public override void Run(ParseResult parse, CommandContext context)
    {
        string text = parse.GetValue(_shell) ?? throw CommandException.Usage($"Say for which shell: {SettingText.NamesOf<Shell>()}.");
        context.Screen.Result(CompletionScript.For(Read(text)));
    }

    private static Shell Read(string text)
    {
        try
        {
            return SettingText.OneOf<Shell>(text);
        }
        catch (FormatException)
        {
            throw CommandException.Usage($"There is no completion for '{text}'. There is for {SettingText.NamesOf<Shell>()}.");
        }
    }
}
