using System.CommandLine;
using System.Text;
using MLNet.LossExperiments.Host.Formats;

namespace MLNet.LossExperiments.Host.Settings;

/// <summary>The options that say how files are written.</summary>
internal sealed class ReadingSettings
{
    private static readonly (string Name, char Separator)[] Names = [("comma", ','), ("semicolon", ';'), ("tab", '\t'), ("pipe", '|'), ("space", ' ')];

    private readonly Option<bool?> _hasHeader = ConsoleOption.Of<bool?>("--has-header", "true|false", "Whether the first row names the columns. Found out if not given.", text => SettingText.Truth(text));

    private readonly Option<char?> _separator = ConsoleOption.Of<char?>(
        "--separator", "CHARACTER", $"What stands between values: a character, or {string.Join(", ", Names.Select(name => name.Name))}. Found out if not given.", text => ReadSeparator(text));

    private readonly Option<char?> _decimalMark = ConsoleOption.Of<char?>("--decimal-mark", "MARK", "What stands before the fraction of a number, . or , (the other may group thousands). Found out if not given.", text => ReadMark(text));

    private readonly Option<Encoding?> _encoding = ConsoleOption.Of<Encoding?>("--encoding", "NAME", "How characters are written, such as utf-8, utf-16 or windows-1252. Found out if not given.", TextEncoding.Parse);

    private readonly Option<string[]?> _missing = ConsoleOption.Of<string[]?>(
        "--missing-values", "TEXTS", "What stands for a missing value beside an empty cell, NA, N/A, #N/A, NaN, null and ?, with commas between them.", text => [.. text.Split(',').Select(marker => marker.Trim())]);

    private readonly Option<int?> _skipLines = ConsoleOption.Of<int?>(
        "--skip-lines", "N", "How many lines stand before the header or, where there is none, before the first row. Found out if not given: the first line with as many values as most rows begins the table.", text => ReadSkipped(text));

    private readonly Option<char?> _comment = ConsoleOption.Of<char?>("--comment", "CHARACTER", "Passes over all lines that begin with this character, such as #. [default: none]", text => ReadComment(text));

    private readonly Option<bool> _exactClasses = ConsoleOption.Of(
        "--exact-classes", "true|false", "For classes: whether labels that differ in case or white space alone (yes, YES), or are the same number (1, 1.0), are classes of their own. [default: false]", SettingText.Truth);

    public IEnumerable<Option> Options => [_hasHeader, _separator, _decimalMark, _encoding, _missing, _skipLines, _comment, _exactClasses];

    /// <summary>What was said, as one would give it on the command line, by option name without dashes.</summary>
    public static IEnumerable<KeyValuePair<string, object>> Show(ReadingOptions said)
    {
        if (said.HasHeader is bool hasHeader)
            yield return KeyValuePair.Create<string, object>("has-header", SettingText.Text(hasHeader));
        if (said.Separator is char separator)
            yield return KeyValuePair.Create<string, object>("separator", Names.FirstOrDefault(name => name.Separator == separator).Name ?? separator.ToString());
        if (said.DecimalMark is char mark)
            yield return KeyValuePair.Create<string, object>("decimal-mark", mark.ToString());
        if (said.Encoding is { } encoding)
            yield return KeyValuePair.Create<string, object>("encoding", encoding.WebName);
        if (said.MissingMarkers.Count > 0)
            yield return KeyValuePair.Create<string, object>("missing-values", string.Join(",", said.MissingMarkers));
        if (said.SkipLines is int lines)
            yield return KeyValuePair.Create<string, object>("skip-lines", SettingText.Text(lines));
        if (said.Comment is char comment)
            yield return KeyValuePair.Create<string, object>("comment", comment.ToString());
        if (said.ExactClasses)
            yield return KeyValuePair.Create<string, object>("exact-classes", SettingText.Text(true));
    }

    /// <summary>The options that <see cref="Show"/> has shown.</summary>
    /// <exception cref="CommandException">They cannot be read.</exception>
    public static ReadingOptions Parse(IReadOnlyDictionary<string, string> shown)
    {
        var settings = new ReadingSettings();
        var command = new RootCommand();
        foreach (Option option in settings.Options)
            command.Options.Add(option);
        ParseResult parse = command.Parse([.. shown.Select(option => $"--{option.Key}={option.Value}")]);
        return parse.Errors is [] ? settings.Read(parse) : throw CommandException.Failure($"What the model says of how its training rows were read is damaged: {parse.Errors[0].Message}");
    }

    /// <summary>The options that are on a command line, whatever its command; nothing where one cannot be read.</summary>
    public static ReadingOptions TypedOn(ParseResult parse)
    {
        string[] names = [.. new ReadingSettings().Options.Select(option => option.Name)];
        var typed = parse.CommandResult.Command.Options.Where(option => names.Contains(option.Name))
            .Select(option => (option.Name, Tokens: parse.GetResult(option)?.Tokens ?? []))
            .Where(option => option.Tokens.Count > 0);
        try
        {
            return Parse(typed.ToDictionary(option => option.Name.TrimStart('-'), option => option.Tokens[^1].Value));
        }
        catch (CommandException)
        {
            return ReadingOptions.Unsaid;
        }
    }

    public ReadingOptions Read(ParseResult parse) => new(
        parse.GetValue(_hasHeader), parse.GetValue(_separator), parse.GetValue(_decimalMark), parse.GetValue(_encoding), parse.GetValue(_missing) ?? [])
    {
        SkipLines = parse.GetValue(_skipLines),
        Comment = parse.GetValue(_comment),
        ExactClasses = parse.GetValue(_exactClasses),
    };

    private static char ReadSeparator(string text)
    {
        if (Names.FirstOrDefault(name => name.Name.Equals(text, StringComparison.OrdinalIgnoreCase)) is { Name: not null } named)
            return named.Separator;
        if (text == "\\t")
            return '\t';
        return text.Length == 1 && text[0] is not ('"' or '\n' or '\r')
            ? text[0]
            : throw new FormatException($"'{text}' is not a separator. Allowed are a single character, or {string.Join(", ", Names.Select(name => name.Name))}.");
    }

    private static int ReadSkipped(string text) => SettingText.Integer(text) is >= 0 and var lines ? lines : throw new FormatException($"{text} is not allowed. It must be at least 0.");

    private static char ReadComment(string text) =>
        text.Length == 1 && text[0] is not ('"' or '\n' or '\r' or ' ') ? text[0] : throw new FormatException($"'{text}' cannot begin a comment. Allowed is a single character such as #.");

    private static char ReadMark(string text) => text is "." or "," ? text[0] : throw new FormatException($"'{text}' is not a decimal mark. Allowed are . and ,");
}
