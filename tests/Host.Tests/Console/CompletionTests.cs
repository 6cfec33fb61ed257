using System.Diagnostics;
using System.Text.RegularExpressions;
using MLNet.LossExperiments.Host.Completion;
using MLNet.LossExperiments.Losses;
using MLNet.LossExperiments.Optimizers;
using MLNet.LossExperiments.Schedules;

namespace MLNet.LossExperiments.Host.Tests.Console;

public sealed class CompletionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("mlnet-loss reg", "regression")]
    [InlineData("mlnet-loss regression --loss hu", "huber")]
    [InlineData("mlnet-loss regression --loss huber:", "huber:delta=")]
    [InlineData("mlnet-loss regression --optimizer sg", "sgd")]
    [InlineData("mlnet-loss regression --optimizer sgd:nest", "sgd:nesterov=")]
    [InlineData("mlnet-loss regression --device cu", "cuda:0")]
    [InlineData("mlnet-loss regression --activation si", "sigmoid silu")]
    [InlineData("mlnet-loss regression --batch-norm t", "true")]
    [InlineData("mlnet-loss regression --batch-norm --calib", "")]
    [InlineData("mlnet-loss regression --batch-norm --epo", "--epochs")]
    [InlineData("mlnet-loss classification --calibration p", "platt")]
    [InlineData("mlnet-loss compare --losses mse,hu", "mse,huber")]
    [InlineData("mlnet-loss compare --criterion rm", "rmse")]
    [InlineData("mlnet-loss completion z", "zsh")]
    [InlineData("mlnet-loss compare --normalize st", "standardize")]
    [InlineData("mlnet-loss regression --verbosity d", "diagnostic")]
    [InlineData("mlnet-loss losses show pois", "poisson")]
    [InlineData("mlnet-loss losses --task mu", "multiclass")]
    [InlineData("mlnet-loss nonsense --lo", "--log-file-path")]
    public void Suggest_BeginningOfAWord_IsWhatItMayBecome(string line, string expected) => Assert.Equal(expected, string.Join(' ', Suggest(line).Where(word => word.StartsWith(LastWord(line), StringComparison.Ordinal))));

    [Fact]
    public void Suggest_ValuesWithNames_AreThoseOfTheCatalogs()
    {
        Assert.Equal(LossCatalog.Regression.Entries.Select(entry => entry.Name).Order(StringComparer.Ordinal), Suggest("mlnet-loss regression --loss "));
        Assert.Equal(LossCatalog.Binary.Entries.Select(entry => entry.Name).Concat(LossCatalog.Multiclass.Entries.Select(entry => entry.Name)).Distinct().Order(StringComparer.Ordinal), Suggest("mlnet-loss classification --loss "));
        Assert.Equal(OptimizerCatalog.All.Entries.Select(entry => entry.Name).Order(StringComparer.Ordinal), Suggest("mlnet-loss compare --optimizer "));
        Assert.Equal(ScheduleCatalog.All.Entries.Select(entry => entry.Name).Order(StringComparer.Ordinal), Suggest("mlnet-loss compare --schedule "));
    }

    [Fact]
    public void Suggest_OptionsWithNamedValues_AreOptionsOfACommand()
    {
        string[] options = [.. Suggest("mlnet-loss regression --"), .. Suggest("mlnet-loss classification --"), .. Suggest("mlnet-loss compare --")];
        Assert.All(ValueCompletion.Options, option => Assert.Contains(option, options));
    }

    [Fact]
    public void Suggest_Column_IsOneOfTheDataset()
    {
        string start = $"mlnet-loss regression --dataset {Path.Combine(Tool.Data, "boston.csv")}";
        Assert.Equal(["MEDV"], Suggest($"{start} --label-col M"));
        Assert.Equal(["CRIM,ZN"], Suggest($"{start} --label-col MEDV --ignore-cols CRIM,Z"));
        Assert.Empty(Suggest("mlnet-loss regression --dataset nowhere.csv --label-col M"));
        Assert.Equal(["MEDV"], Suggest($"{start} --has-header true --skip-lines 0 --label-col M"));
        Assert.Empty(Suggest($"{start} --skip-lines 3 --label-col M"));
    }

    [Theory]
    [InlineData("mlnet-loss comp", "compare completion")]
    [InlineData("mlnet-loss regression --los", "--loss")]
    [InlineData("mlnet-loss regression --loss hub", "huber")]
    // Bash begins a new word after a colon and an equals sign, and is given what belongs after them.
    [InlineData("mlnet-loss regression --loss huber:", "delta=")]
    [InlineData("mlnet-loss regression --loss huber:del", "delta=")]
    [InlineData("mlnet-loss regression --loss huber:delta=", "1")]
    [InlineData("mlnet-loss compare --losses mse,huber:delta=2,mae,log", "2,mae,log-cosh")]
    [InlineData("mlnet-loss regression --dataset no", "")]
    public void Bash_LineTyped_IsCompleted(string line, string expected)
    {
        if (OperatingSystem.IsWindows())
            return;
        string script = _folder.Write("completion.bash", Tool.Run(_folder.Path, "completion", "bash").Output);
        string[] words = [.. Regex.Matches(line, @"[^\s:=]+|[:=]").Select(match => match.Value), .. line.EndsWith(' ') ? [""] : Array.Empty<string>()];
        string driver = _folder.Write("driver.bash", """
            mlnet-loss() { dotnet exec "$TOOL" "$@"; }
            source "$1"
            COMP_LINE=$2 COMP_POINT=${#2}
            COMP_WORDS=("${@:3}")
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            [[ $(complete -p mlnet-loss) == *'-F _mlnet_loss'* ]] || exit 3
            _mlnet_loss
            printf '%s\n' "${COMPREPLY[@]}"
            """);

        Assert.Equal(expected, string.Join(' ', Start("bash", ["--norc", driver, script, line, .. words])));
    }

    [Theory]
    [InlineData("bash", "complete -o default -F")]
    [InlineData("zsh", "#compdef mlnet-loss")]
    [InlineData("fish", "complete -c mlnet-loss -f")]
    [InlineData("pwsh", "Register-ArgumentCompleter -Native -CommandName mlnet-loss")]
    public void Script_Shell_RegistersItselfAndAsksTheTool(string shell, string registration)
    {
        ToolResult result = Tool.Run(_folder.Path, "completion", shell);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains(registration, result.Output, StringComparison.Ordinal);
        Assert.Contains("[suggest:", result.Output, StringComparison.Ordinal);
        Assert.Empty(result.Error);
    }

    [Theory]
    [InlineData("completion", "Say for which shell: bash, zsh, fish, pwsh.")]
    [InlineData("completion tcsh", "There is no completion for 'tcsh'. There is for bash, zsh, fish, pwsh.")]
    [InlineData("completion bash zsh", "Unexpected word 'zsh': mlnet-loss completion takes SHELL and options.")]
    public void Run_NoSuchShell_SaysWhichThereAreAndExitsWith2(string line, string expected)
    {
        ToolResult result = Tool.Run(_folder.Path, line.Split(' '));

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith(expected, result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    private string[] Suggest(string line) =>
        [.. Tool.Run(_folder.Path, $"[suggest:{line.Length}]", line).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Order(StringComparer.Ordinal)];

    private static string LastWord(string line) => line[(line.LastIndexOf(' ') + 1)..];

    private static string[] Start(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        start.Environment["TOOL"] = Path.Combine(AppContext.BaseDirectory, "mlnet-loss.dll");
        using Process process = Process.Start(start)!;
        string printed = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return printed.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
