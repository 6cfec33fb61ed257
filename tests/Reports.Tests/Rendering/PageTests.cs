using System.Text;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace MLNet.LossExperiments.Reports.Tests.Rendering;

/// <summary>Pages of each kind, in Chromium.</summary>
[Collection(SharedBrowser.Name)]
public sealed class PageTests(ReportBrowser browser)
{
    private const int MostBytes = 1_500_000;

    public static TheoryData<string> Kinds => [.. SamplePages.Kinds];

    public static IEnumerable<object[]> Widths => SamplePages.Kinds.SelectMany(kind => new[] { 360, 1920 }.Select(width => new object[] { kind, width }));

    public static IEnumerable<object[]> Colors => [.. SamplePages.Kinds.Select(kind => new object[] { kind, false }), ["binary", true], ["comparison", true]];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Size_OfAPage_IsBelowOneAndAHalfMegabytes(string kind) => Assert.InRange(Encoding.UTF8.GetByteCount(SamplePages.Html(kind)), 50_000, MostBytes);

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Charts_OfAPage_AreAllDrawnAndDescribed(string kind)
    {
        await using OpenedReport report = await browser.OpenAsync(SamplePages.Html(kind));
        // The confusion matrix is a table on the page, and a picture only in a file of its own.
        string[] expected = [.. SamplePages.Charts(kind).Select(chart => chart.Name).Where(name => !name.StartsWith("confusion", StringComparison.Ordinal))];
        Assert.True(expected.Length > 4);
        Assert.Equal(expected, await report.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('figure.chart')].map(figure => figure.dataset.chart)"));
        string[] empty = await report.Page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll("figure.chart")].filter(figure => {
              const svg = figure.querySelector("svg"), box = svg.getBoundingClientRect();
              const marks = [...svg.querySelectorAll("g[clip-path] path, g[clip-path] circle, g[clip-path] rect")].filter(mark => { const own = mark.getBoundingClientRect(); return own.width + own.height > 0; });
              const isNamed = svg.getAttribute("aria-labelledby").split(" ").every(id => document.getElementById(id).textContent.trim().length > 2);
              return box.width < 200 || box.height < 80 || marks.length === 0 || svg.querySelectorAll("text").length < 3 || !isNamed;
            }).map(figure => figure.dataset.chart)
            """);
        Assert.Empty(empty);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Opening_APage_AsksForNothingAndComplainsAboutNothing(string kind)
    {
        await using OpenedReport report = await browser.OpenAsync(SamplePages.Html(kind));
        await report.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(details => details.open = true)");
        await report.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.Empty(report.Complaints);
        Assert.Equal([report.Address], report.Requests.Where(address => !address.StartsWith("data:", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Policy_OfAPage_StopsScriptsStylesAndRequestsThatAreNotItsOwn()
    {
        string html = SamplePages.Html("regression").Replace("<main>", "<main><img src=\"https://example.org/x.png\"><script>document.title = 'taken'</script><p style=\"position:fixed\" id=\"styled\">x</p>", StringComparison.Ordinal);
        await using OpenedReport report = await browser.OpenAsync(html);
        Assert.NotEqual("taken", await report.Page.TitleAsync());
        Assert.Equal("static", await report.Page.EvaluateAsync<string>("() => getComputedStyle(document.getElementById('styled')).position"));
        Assert.True(report.Complaints.Count >= 3, string.Join('\n', report.Complaints));
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task Width_OfAPhoneOrAWideScreen_HoldsThePage(string kind, int width)
    {
        await using OpenedReport report = await browser.OpenAsync(SamplePages.Html(kind), width);
        await report.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(details => details.open = true)");
        Assert.Empty(await report.SticksOutAsync());
    }

    [Theory]
    [MemberData(nameof(Colors))]
    public async Task Accessibility_OfAPage_HasNoSeriousFinding(string kind, bool isDark)
    {
        await using OpenedReport report = await browser.OpenAsync(SamplePages.Html(kind), isDark: isDark);
        await report.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(details => details.open = true)");
        // The marks of a chart are one picture to whoever does not see them; thousands of them only take axe's time.
        await report.Page.EvaluateAsync("() => document.querySelectorAll('svg circle, svg path').forEach(mark => mark.remove())");
        AxeResult result = await report.Page.RunAxe();
        Assert.NotEmpty(result.Passes);
        Assert.Empty(result.Violations.Where(violation => violation.Impact is "serious" or "critical").Select(violation => $"{violation.Id}: {violation.Nodes[0].Html}"));
    }

    [Fact]
    public async Task Colors_InTheDark_AreOthers()
    {
        async Task<string[]> ColorsAsync(bool isDark)
        {
            await using OpenedReport report = await browser.OpenAsync(SamplePages.Html("regression"), isDark: isDark);
            return await report.Page.EvaluateAsync<string[]>(
                "() => [getComputedStyle(document.body).backgroundColor, getComputedStyle(document.querySelector('h1')).color, getComputedStyle(document.querySelector('figure.chart text')).fill, getComputedStyle(document.querySelector('figure.chart g[fill]')).fill]");
        }

        Assert.All((await ColorsAsync(false)).Zip(await ColorsAsync(true)), pair => Assert.NotEqual(pair.First, pair.Second));
    }

    [Fact]
    public async Task Figures_WithoutScript_AreThere()
    {
        await using OpenedReport report = await browser.OpenAsync(SamplePages.Html("binary"), hasScript: false);
        BinaryEvaluation evaluation = Assert.IsType<BinaryEvaluation>(SamplePages.Evaluation("binary").Evaluations[0]);
        Assert.True(await report.Page.Locator("dl.key-figures").IsVisibleAsync());
        Assert.Contains(Figure.Show(evaluation.Metric("auc").Value), await report.Page.Locator("dl.key-figures").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(Figure.Count(evaluation.AtThreshold.TruePositives), await report.Page.Locator("[data-figure=tp]").InnerTextAsync());
        Assert.False(await report.Page.Locator("input[type=range]").IsVisibleAsync());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Print_APage_GivesPagesInLightColors(string kind)
    {
        await using OpenedReport report = await browser.OpenAsync(SamplePages.Html(kind), isDark: true);
        byte[] pdf = await report.Page.PdfAsync(new PagePdfOptions { Format = "A4" });
        Assert.Equal("%PDF", Encoding.ASCII.GetString(pdf, 0, 4));
        await report.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.Equal("rgb(255, 255, 255)", await report.Page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor"));
        Assert.Equal("rgb(28, 35, 45)", await report.Page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('h1')).color"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Print_OnPaper_CutsNothingOff(string kind)
    {
        const int a4 = 688;
        await using OpenedReport report = await browser.OpenAsync(SamplePages.Html(kind), a4);
        await report.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.Empty(await report.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('table, svg, pre, p, dl')].filter(element => element.getBoundingClientRect().right > innerWidth + 1).map(element => `${element.tagName} ${element.textContent.slice(0, 40)} ${element.getBoundingClientRect().right}`)"));
    }

    [Fact]
    public async Task ToHtmlFragment_WithinAnotherPage_TouchesNothingElse()
    {
        string html = $"<!DOCTYPE html><html lang=\"en\"><title>Notebook</title><body><h1>Mine</h1><p>mine</p>{SamplePages.Evaluation("binary").ToHtmlFragment()}</body></html>";
        await using OpenedReport report = await browser.OpenAsync(html, isDark: false), plain = await browser.OpenAsync("<!DOCTYPE html><h1>Mine</h1><p>mine</p>");
        const string Style = "() => [document.querySelector('h1'), document.querySelector('p'), document.body].map(element => { const own = getComputedStyle(element); return [own.font, own.color, own.margin, own.backgroundColor].join(); })";
        Assert.Equal(await plain.Page.EvaluateAsync<string[]>(Style), await report.Page.EvaluateAsync<string[]>(Style));
        Assert.True(await report.Page.Locator("figure.chart svg").First.IsVisibleAsync());
        Assert.Empty(report.Complaints);
    }
}
