using Microsoft.Playwright;

namespace MLNet.LossExperiments.Reports.Tests.Rendering;

/// <summary>Pages on a phone, and commands on any screen.</summary>
[Collection(SharedBrowser.Name)]
public sealed class PhoneTests(ReportBrowser browser)
{
    private const int Width = 360;

    [Theory]
    [InlineData("regression", "#metrics table")]
    [InlineData("binary", "#metrics table")]
    [InlineData("binary", ".threshold .confusion")]
    [InlineData("binary", "#predictions .stacked")]
    [InlineData("multiclass", "#metrics table")]
    public async Task Table_OnAPhone_IsReadWithoutScrolling(string kind, string table)
    {
        await using OpenedReport report = await browser.OpenAsync(SamplePages.Html(kind), Width);
        int[] widths = await report.Page.EvaluateAsync<int[]>("table => { const box = document.querySelector(table).closest('.scroll'); return [box.scrollWidth, box.clientWidth]; }", table);
        Assert.True(widths[0] <= widths[1], $"{widths[0]} > {widths[1]}");
    }

    [Fact]
    public async Task Metrics_OnAPhone_AreStillATable()
    {
        await using OpenedReport report = await browser.OpenAsync(SamplePages.Html("regression"), Width);
        ILocator table = report.Page.GetByRole(AriaRole.Table).First;
        Assert.Equal(5, await table.GetByRole(AriaRole.Columnheader).CountAsync());
        Assert.Equal(SamplePages.Evaluation("regression").Evaluations[0].Metrics.Count, await table.GetByRole(AriaRole.Rowheader).CountAsync());
    }

    [Fact]
    public async Task ClassNames_OnAPhone_AreNotBrokenWithinAWord()
    {
        await using OpenedReport report = await browser.OpenAsync(SamplePages.Html("binary"), Width);
        Assert.All(
            await report.Page.EvaluateAsync<int[]>("() => [...document.querySelectorAll('.threshold .confusion th:not(.corner) span')].map(name => { const range = document.createRange(); range.selectNodeContents(name); return range.getClientRects().length; })"),
            lines => Assert.Equal(1, lines));
    }

    [Theory]
    [InlineData(Width)]
    [InlineData(1920)]
    public async Task Command_LongerThanALine_WrapsAndIsCopiedAsItIs(int width)
    {
        string command = $"mlnet-loss regression --dataset '/data/{new string('x', 300)}/a  --b.csv' --label-col 'the price' --drop-last false{string.Concat(Enumerable.Range(0, 40).Select(i => $" --option-{i} value"))}";
        EvaluationReport sample = SamplePages.Evaluation("regression");
        await using OpenedReport report = await browser.OpenAsync((sample with { Reproduction = sample.Reproduction! with { CommandLine = command } }).ToHtml(), width);
        const string Pre = "#repeat pre.command";

        int[] widths = await report.Page.EvaluateAsync<int[]>("pre => { const box = document.querySelector(pre); return [box.scrollWidth, box.clientWidth, box.clientHeight]; }", Pre);
        string copied = await report.Page.EvaluateAsync<string>("pre => { getSelection().selectAllChildren(document.querySelector(pre)); return getSelection().toString(); }", Pre);

        Assert.True(widths[0] <= widths[1], $"{widths[0]} > {widths[1]}");
        Assert.True(widths[2] > 60, $"{widths[2]} pixels tall");
        Assert.Equal(command, copied);
        Assert.Empty(await report.SticksOutAsync());
    }
}
