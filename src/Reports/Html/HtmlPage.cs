using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace MLNet.LossExperiments.Reports;

/// <summary>Renders reports as HTML. A page holds all that it shows, asks nothing of any network, and says so in its content security policy.</summary>
internal static class HtmlPage
{
    private static readonly Lazy<string> Style = new(() => Read("report.css"));
    private static readonly Lazy<string> Script = new(() => Read("report.js"));

    /// <summary>A page of its own.</summary>
    public static string Of(ReportDocument document)
    {
        string policy = $"default-src 'none'; style-src '{HashOf(Style.Value)}'; script-src '{HashOf(Script.Value)}'; img-src data:; base-uri 'none'; form-action 'none'";
        return Html.Of($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{Html.Trusted(policy)}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{document.Title}</title>
            <style>{Html.Trusted(Style.Value)}</style>
            </head>
            <body class="mlnet-loss-page">
            {Body(document, 1)}
            <script>{Html.Trusted(Script.Value)}</script>
            </body>
            </html>

            """).ToString();
    }

    /// <summary>A part of another page, such as a notebook. It brings its style, which touches nothing else, and no script.</summary>
    public static string FragmentOf(ReportDocument document) => Html.Of($"<style>{Html.Trusted(Style.Value)}</style>{Body(document, 2)}").ToString();

    private static Html Body(ReportDocument document, int level)
    {
        var blocks = new HtmlBlocks(level);
        return Html.Of($"""
            <div class="mlnet-loss-report">
            <header>
            {HtmlBlocks.Headline(level, document.Title)}
            <p class="lead">{document.Lead}</p>
            {KeyFigures(document.KeyFigures)}
            <nav aria-label="Sections of the report"><ul>{document.Sections.Select(section => Html.Of($"<li><a href=\"#{section.Id}\">{section.Title}</a></li>"))}</ul></nav>
            </header>
            <main>
            {document.Sections.Select(section => Html.Of($"<section id=\"{section.Id}\" aria-labelledby=\"{section.Id}-heading\">{HtmlBlocks.Headline(level + 1, section.Title, $"{section.Id}-heading")}{blocks.Of(section)}</section>\n"))}
            </main>
            </div>
            """);
    }

    private static Html KeyFigures(IReadOnlyList<KeyFigure> figures) => figures.Count == 0 ? Html.Empty : Html.Of(
        $"<dl class=\"key-figures\">{figures.Select(figure => Html.Of($"<div><dt>{figure.Title}</dt><dd><strong>{figure.Value}</strong><span>{figure.Remark}</span></dd></div>"))}</dl>");

    private static string HashOf(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";

    private static string Read(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not in the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        // Browsers read line ends as \n before they hash.
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
