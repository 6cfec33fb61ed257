using System.CommandLine;
using MLNet.LossExperiments.Host.Reporting;

namespace MLNet.LossExperiments.Host.Settings;

/// <summary>The option that says how much of a report a run leaves behind.</summary>
internal sealed class ReportOptions
{
    private const string Name = "--report";

    private readonly Option<ReportAmount> _amount = ConsoleOption.Of(
        Name, "false|true|full", "Whether to write a report for people: false, true (report.html and report.json), or full (report.md and each chart as a picture too). [default: true]", SettingText.OneOf<ReportAmount>);

    public ReportOptions() => _amount.DefaultValueFactory = _ => ReportAmount.True;

    public Option Option => _amount;

    public ReportAmount Read(ParseResult parse) => parse.GetValue(_amount);

    /// <summary>The option as it stands in config.json.</summary>
    public static KeyValuePair<string, object> Show(ReportAmount amount) => KeyValuePair.Create<string, object>(Name.TrimStart('-'), amount.ToString().ToLowerInvariant());
}
