using System.CommandLine;
using MLNet.LossExperiments.Curves;
using MLNet.LossExperiments.Host.Losses;

namespace MLNet.LossExperiments.Host.Settings;

/// <summary>The options of the commands that explain losses.</summary>
internal static class LossOptions
{
    public static Option<LossTask?> Task() =>
        ConsoleOption.Of<LossTask?>("--task", "TASK", $"Only losses for this task: {string.Join(", ", LossTask.All.Select(task => task.Name))}. [default: all]", LossTask.Parse);

    public static Option<bool> Json() => ConsoleOption.Of("--json", "true|false", "Print one JSON document and nothing else to standard output.", SettingText.Truth);

    public static Option<CurveRange?> Range() =>
        ConsoleOption.Of<CurveRange?>("--range", "FROM/TO", "From where to where to draw, for example -5/5. [default: where the losses show their form]", ReadRange);

    private static CurveRange ReadRange(string text)
    {
        double[] ends = [.. text.Split('/').Select(SettingText.Number)];
        return ends is [double from, double to] && double.IsFinite(to - from) && from < to
            ? new CurveRange(from, to)
            : throw new FormatException($"'{text}' is no range. Give two numbers with a slash between them, the lesser first, for example -5/5.");
    }
}
