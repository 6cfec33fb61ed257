namespace MLNet.LossExperiments.Reports;

/// <summary>HTML. Made from interpolated strings, whose values are escaped unless they are HTML themselves: what came from data cannot be taken for markup by oversight.</summary>
internal readonly struct Html
{
    private readonly string? _text;

    private Html(string text) => _text = text;

    public static Html Empty => default;

    public static Html Of(ref HtmlHandler markup) => new(markup.ToString());

    /// <summary>What this project itself wrote as HTML, such as a drawn chart. Texts from data in it may hold control characters all the same.</summary>
    public static Html Trusted(string markup) => new(VisibleText.Clean(markup));

    public static Html Join(IEnumerable<Html> parts) => new(string.Concat(parts.Select(part => part.ToString())));

    public override string ToString() => _text ?? "";
}
