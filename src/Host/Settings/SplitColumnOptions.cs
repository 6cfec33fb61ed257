using System.CommandLine;
using MLNet.LossExperiments.Host.Runs;

namespace MLNet.LossExperiments.Host.Settings;

/// <summary>The options that say which rows belong together, so that splits respect it.</summary>
internal sealed class SplitColumnOptions
{
    private readonly Option<string?> _group = ConsoleOption.Text("--group-col", "COLUMN",
        "The column that says which rows belong together, such as all of one patient: no group is on both sides of a split. Not learned from, unless --column-type says what it holds.");

    private readonly Option<string?> _time = ConsoleOption.Text("--time-col", "COLUMN",
        "The column of the time of each row, dates or numbers: splits train on what was before and test on the latest rows, compare fold after fold. Not learned from, unless --column-type says what it holds. Not with --group-col.");

    public IEnumerable<Option> Options => [_group, _time];

    public string? Group(ParseResult parse) => parse.GetValue(_group);

    public string? Time(ParseResult parse) => parse.GetValue(_time);

    /// <summary>What was asked for, by option name without dashes.</summary>
    public static IEnumerable<KeyValuePair<string, object>> Show(DataRequest data)
    {
        if (data.Group is not null)
            yield return KeyValuePair.Create<string, object>("group-col", data.Group);
        if (data.Time is not null)
            yield return KeyValuePair.Create<string, object>("time-col", data.Time);
    }
}
