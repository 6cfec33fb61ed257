using System.Text.RegularExpressions;

namespace MLNet.LossExperiments.Reports;

/// <summary>Renders something to copy. Lines that are too long are broken to look at, not in what is copied; those of a command, before an option.</summary>
internal static partial class HtmlCode
{
    public static Html Of(ReportBlock.Code code)
    {
        bool isCommand = code.Language == "sh";
        return Html.Of($"<figure class=\"code\"><figcaption>{code.Caption}</figcaption><pre{(isCommand ? Html.Of($" class=\"command\"") : Html.Empty)}><code>{(isCommand ? Command(code.Text) : Html.Of($"{code.Text}"))}</code></pre></figure>");
    }

    private static Html Command(string text) => Html.Join(Options().Split(text).Select(part => part == " " ? Html.Of($" ") : Html.Of($"<span>{part}</span>")));

    // An option and its values stay together.
    [GeneratedRegex("( )(?=--)")]
    private static partial Regex Options();
}
