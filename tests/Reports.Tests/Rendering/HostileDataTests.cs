using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace MLNet.LossExperiments.Reports.Tests.Rendering;

/// <summary>What came from data is shown, never run.</summary>
[Collection(SharedBrowser.Name)]
public sealed partial class HostileDataTests(ReportBrowser browser)
{
    public static TheoryData<string> Kinds => [.. SamplePages.Kinds];

    private static string Html(string kind) => kind == "comparison" ? HostileReports.Comparison().ToHtml() : HostileReports.Evaluation(kind).ToHtml();

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Page_OfMarkupAsData_HasTheSameElementsAndRunsNothing(string kind)
    {
        const string Elements = "() => { const counts = {}; for (const element of document.querySelectorAll('*')) if (!element.closest('svg')) counts[element.localName] = (counts[element.localName] ?? 0) + 1; return Object.entries(counts).map(([name, count]) => `${name} ${count}`).sort(); }";
        await using OpenedReport plain = await browser.OpenAsync(SamplePages.Html(kind)), hostile = await browser.OpenAsync(Html(kind), 360);
        string[] expected = await plain.Page.EvaluateAsync<string[]>(Elements), found = await hostile.Page.EvaluateAsync<string[]>(Elements);
        Assert.Equal(expected, found);
        Assert.Empty(hostile.Complaints);
        Assert.Equal([hostile.Address], hostile.Requests.Where(address => !address.StartsWith("data:", StringComparison.Ordinal)));
        Assert.Contains("<script>alert(1)</script>", await hostile.Page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(await hostile.SticksOutAsync());
    }

    [Fact]
    public void Charts_OfMarkupAsData_AreWellFormed()
    {
        IReadOnlyList<ReportChart> charts = [.. HostileReports.Evaluation("multiclass").Charts(), .. HostileReports.Comparison().Charts()];
        Assert.All(charts, chart =>
        {
            XDocument svg = XDocument.Parse(chart.ToSvg());
            Assert.DoesNotContain(svg.Descendants(), element => element.Name.LocalName is "script" or "img");
            Assert.Matches("^[a-z0-9-]+$", chart.Name);
            Assert.DoesNotContain("\u202e", chart.ToSvg(), StringComparison.Ordinal);
        });
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void ToMarkdown_OfMarkupAsData_HoldsNoHtmlAndNoLink(string kind)
    {
        string markdown = kind == "comparison" ? HostileReports.Comparison().ToMarkdown() : HostileReports.Evaluation(kind).ToMarkdown();
        // Within fences all is text.
        string outside = Fenced().Replace(markdown, "");
        Assert.DoesNotContain("<", outside, StringComparison.Ordinal);
        Assert.DoesNotContain("](javascript", outside.Replace(@"\]", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert", outside, StringComparison.Ordinal);
        Assert.DoesNotContain("\u202e", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void ToMarkdown_FencesInData_DoNotEndTheFence()
    {
        EvaluationReport report = SamplePages.Evaluation("regression") with { Reproduction = new Reproduction("a\n```\n# b", null) };
        Assert.Contains("````sh\na\n```\n# b\n````\n", report.ToMarkdown(), StringComparison.Ordinal);
    }

    [GeneratedRegex("^(`{3,})\\w*\n.*?^\\1\n", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fenced();
}
