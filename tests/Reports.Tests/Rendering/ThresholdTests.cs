using Microsoft.Playwright;

namespace MLNet.LossExperiments.Reports.Tests.Rendering;

/// <summary>The slider of a report on two classes.</summary>
[Collection(SharedBrowser.Name)]
public sealed class ThresholdTests(ReportBrowser browser)
{
    private static BinaryEvaluation Evaluation => Assert.IsType<BinaryEvaluation>(SamplePages.Evaluation("binary").Evaluations[0]);

    private static Dictionary<string, string> Expected(ThresholdFigures figures) => new()
    {
        ["threshold"] = Figure.Show(figures.Threshold),
        ["tp"] = Figure.Count(figures.TruePositives),
        ["fp"] = Figure.Count(figures.FalsePositives),
        ["tn"] = Figure.Count(figures.TrueNegatives),
        ["fn"] = Figure.Count(figures.FalseNegatives),
        ["precision"] = Figure.Show(figures.Precision),
        ["recall"] = Figure.Show(figures.Recall),
        ["specificity"] = Figure.Show(figures.Specificity),
        ["f1"] = Figure.Show(figures.F1),
        ["accuracy"] = Figure.Show(figures.Accuracy),
        ["called"] = Figure.Share(figures.CalledPositive),
        ["cost"] = Figure.Show(figures.Cost),
    };

    private static Task<Dictionary<string, string>> ShownAsync(IPage page) => page.EvaluateAsync<Dictionary<string, string>>(
        "() => Object.fromEntries([...document.querySelectorAll('[data-threshold] [data-figure]')].map(place => [place.dataset.figure, place.textContent]))");

    [Fact]
    public async Task Slider_AtThresholdsOfTheTable_ShowsWhatTheRecordSays()
    {
        await using OpenedReport report = await browser.OpenAsync(SamplePages.Html("binary"));
        ILocator slider = report.Page.GetByRole(AriaRole.Slider, new PageGetByRoleOptions { Name = "Threshold" });
        Assert.Equal(Expected(Evaluation.AtThreshold), await ShownAsync(report.Page));
        foreach (ThresholdFigures figures in Evaluation.ThresholdTable)
        {
            int place = Enumerable.Range(0, Evaluation.Thresholds.Thresholds.Count).MinBy(i => Math.Abs(Evaluation.Thresholds.Thresholds[i] - figures.Threshold));
            Assert.Equal(figures.Threshold, Evaluation.Thresholds.Thresholds[place], 1e-12);
            await slider.FillAsync(place.ToString(System.Globalization.CultureInfo.InvariantCulture));
            Assert.Equal(Expected(figures), await ShownAsync(report.Page));
        }
        Assert.Empty(report.Complaints);
    }

    [Fact]
    public async Task Slider_ByKeyboard_MovesAndIsAnnounced()
    {
        await using OpenedReport report = await browser.OpenAsync(SamplePages.Html("binary"));
        ILocator slider = report.Page.GetByRole(AriaRole.Slider);
        await slider.FocusAsync();
        await report.Page.Keyboard.PressAsync("End");
        string last = Figure.Show(Evaluation.Thresholds.Thresholds[^1]);
        Assert.Equal(last, (await ShownAsync(report.Page))["threshold"]);
        Assert.Equal(last, await slider.GetAttributeAsync("aria-valuetext"));
        await report.Page.WaitForFunctionAsync("expected => document.querySelector('[role=status]').textContent.includes(`Threshold ${expected}`)", last);
        await report.Page.Keyboard.PressAsync("Home");
        Assert.Equal(Figure.Count(Evaluation.Thresholds.TruePositives[0]), (await ShownAsync(report.Page))["tp"]);
    }

    [Fact]
    public async Task Buttons_OfBestThresholds_GoThere()
    {
        await using OpenedReport report = await browser.OpenAsync(SamplePages.Html("binary"));
        Assert.NotEmpty(Evaluation.BestThresholds);
        foreach (BestThreshold best in Evaluation.BestThresholds)
        {
            await report.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = best.Title }).ClickAsync();
            Assert.Equal(Expected(best.Figures), await ShownAsync(report.Page));
        }
    }
}
