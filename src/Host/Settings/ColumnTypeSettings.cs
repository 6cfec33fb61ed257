using System.CommandLine;
using MLNet.LossExperiments.Host.Columns;
using MLNet.LossExperiments.Host.Formats;

namespace MLNet.LossExperiments.Host.Settings;

/// <summary>The options that say what columns hold.</summary>
internal sealed class ColumnTypeSettings
{
    private readonly Option<string[]> _types = new("--column-type")
    {
        HelpName = "COLUMN=TYPE",
        Description = $"What a column holds, where that is not to be found out: {SettingText.NamesOf<ColumnKind>()}. Columns by name or place from 0, with commas between several; may be given several times.",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<int?> _mostCategories = ConsoleOption.Of<int?>(
        "--max-categories", "N", $"The most categories of a column that each get a slot of their own; those of columns with more share slots by their hash. [default: {ColumnTypes.UsualMostCategories}]", ReadMost);

    public ColumnTypeSettings() => _types.Validators.Add(result =>
    {
        foreach (string piece in result.Tokens.SelectMany(token => Split(token.Value)))
        {
            try
            {
                ReadType(piece);
            }
            catch (FormatException e)
            {
                result.AddError($"--column-type: {e.Message}");
            }
        }
    });

    public IEnumerable<Option> Options => [_types, _mostCategories];

    /// <summary>The one that says what columns hold, for commands that do not learn.</summary>
    public Option Types => _types;

    /// <summary>What was said, as one would give it on the command line, by option name without dashes.</summary>
    public static IEnumerable<KeyValuePair<string, object>> Show(ColumnTypes types)
    {
        if (types.Said.Count > 0)
            yield return KeyValuePair.Create<string, object>("column-type", types.Said.Select(said => $"{said.Key}={ColumnTypes.Text(said.Value)}").ToArray());
        if (types.MostCategories != ColumnTypes.UsualMostCategories)
            yield return KeyValuePair.Create<string, object>("max-categories", SettingText.Text(types.MostCategories));
    }

    public ColumnTypes Read(ParseResult parse) => new(
        [.. (parse.GetValue(_types) ?? []).SelectMany(Split).Select(ReadType)], parse.GetValue(_mostCategories) ?? ColumnTypes.UsualMostCategories);

    // A comma may be part of a column's name: a piece without an assignment belongs to the next.
    private static IEnumerable<string> Split(string text)
    {
        string pending = "";
        foreach (string piece in text.Split(','))
        {
            pending += piece;
            if (piece.Contains('=', StringComparison.Ordinal))
            {
                yield return pending.Trim();
                pending = "";
            }
            else
            {
                pending += ",";
            }
        }
        if (pending.Length > 0)
            yield return pending.TrimEnd(',');
    }

    private static KeyValuePair<string, ColumnKind> ReadType(string text)
    {
        int equals = text.LastIndexOf('=');
        return equals > 0
            ? KeyValuePair.Create(text[..equals].Trim(), SettingText.OneOf<ColumnKind>(text[(equals + 1)..].Trim()))
            : throw new FormatException($"'{text}' does not say what a column holds. Write COLUMN=TYPE, such as zip=category; types are {SettingText.NamesOf<ColumnKind>()}.");
    }

    private static int? ReadMost(string text) =>
        SettingText.Integer(text) is >= 1 and var most ? most : throw new FormatException($"{text} is not allowed. It must be at least 1.");
}
