namespace MLNet.LossExperiments.Reports;

/// <summary>Renders the blocks of sections as HTML.</summary>
/// <param name="level">The level of the report's own heading.</param>
internal sealed class HtmlBlocks(int level)
{
    private int _charts;

    public static Html Headline(int level, string text, string? id = null) =>
        Html.Of($"<h{level}{(id is null ? Html.Empty : Html.Of($" id=\"{id}\""))}>{text}</h{level}>");

    public Html Of(ReportSection section)
    {
        var parts = new List<Html>();
        var charts = new List<Html>();
        void FlushCharts()
        {
            if (charts.Count > 0)
                parts.Add(Html.Of($"<div class=\"charts\">{charts}</div>"));
            charts = [];
        }
        foreach (ReportBlock block in section.Blocks)
        {
            if (block is ReportBlock.Chart { IsPictureOnly: true })
                continue;
            if (block is ReportBlock.Chart chart)
            {
                charts.Add(Picture(chart.Picture));
                continue;
            }
            if (charts is [Html alone] && block is ReportBlock.Table { IsFolded: false } table)
            {
                parts.Add(Html.Of($"<div class=\"beside\">{alone}{HtmlTables.Of(table)}</div>"));
                charts = [];
                continue;
            }
            FlushCharts();
            parts.Add(Of(block, section.Id));
        }
        FlushCharts();
        return Html.Join(parts);
    }

    private Html Of(ReportBlock block, string sectionId) => block switch
    {
        ReportBlock.Words words => Html.Of($"<p>{words.Text}</p>"),
        ReportBlock.Heading heading => Headline(level + 2, heading.Text),
        ReportBlock.Facts facts => Html.Of($"<dl class=\"facts\">{facts.Values.Select(fact => Html.Of($"<dt>{fact.Name}</dt><dd>{fact.Value}</dd>"))}</dl>"),
        ReportBlock.Table table => HtmlTables.Of(table),
        ReportBlock.Code code => HtmlCode.Of(code),
        ReportBlock.Confusion confusion => HtmlConfusion.Of(confusion.Matrix),
        ReportBlock.Pictures pictures => HtmlPictures.Of(pictures.Examples),
        ReportBlock.Threshold threshold => HtmlThreshold.Of(threshold.Evaluation, sectionId, level + 2),
        _ => throw new ArgumentException($"A {block.GetType().Name} has no HTML.", nameof(block)),
    };

    private Html Picture(ReportChart chart)
    {
        string id = $"chart-{level}-{++_charts}";
        return Html.Of($"<figure class=\"chart\" data-chart=\"{chart.Name}\"><figcaption>{chart.Title}</figcaption>{Html.Trusted(chart.ToSvgElement(id))}</figure>");
    }
}
