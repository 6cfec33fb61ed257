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

    [Fact]
    public async Task Slider_Moved_MovesTheMarksOfCharts()
    {
        await using OpenedReport report = await browser.OpenAsync(SamplePages.Html("binary"));
        ThresholdCounts counts = Evaluation.Thresholds;
        // Where ScottPlot drew them is where the scale of the page has the model's threshold.
        ThresholdFigures at = Evaluation.AtThreshold;
        (string Chart, double X, double Y)[] drawn = [("roc", 1 - at.Specificity, at.Recall), ("precision-recall", at.Recall, at.Precision), ("scores", at.Threshold, double.NaN), ("threshold", at.Threshold, double.NaN)];
        await report.Page.EvaluateAsync("() => document.querySelectorAll('[data-moves]').forEach(mark => mark.removeAttribute('transform'))");
        await AssertMarksAsync(report.Page, drawn);

        int last = Enumerable.Range(0, counts.Thresholds.Count).Last(place => counts.TruePositives[place] + counts.FalsePositives[place] > 0);
        foreach (int place in new[] { 0, counts.Thresholds.Count / 3, last })
        {
            await report.Page.GetByRole(AriaRole.Slider).FillAsync(place.ToString(System.Globalization.CultureInfo.InvariantCulture));
            double tp = counts.TruePositives[place], fp = counts.FalsePositives[place], threshold = counts.Thresholds[place];
            await AssertMarksAsync(report.Page, [("roc", fp / counts.Negatives, tp / counts.Positives), ("precision-recall", tp / counts.Positives, tp / (tp + fp)), ("scores", threshold, double.NaN), ("threshold", threshold, double.NaN)]);
        }
        // Where no row is called positive there is no precision, and so no place for its mark.
        await report.Page.GetByRole(AriaRole.Slider).FillAsync((last + 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.False(await report.Page.Locator("[data-chart=precision-recall] [data-moves]").IsVisibleAsync());
        Assert.True(await report.Page.Locator("[data-chart=roc] [data-moves]").IsVisibleAsync());
        Assert.Empty(report.Complaints);
    }

    private static async Task AssertMarksAsync(IPage page, (string Chart, double X, double Y)[] expected)
    {
        foreach ((string chart, double x, double y) in expected)
        {
            double[] place = await page.EvaluateAsync<double[]>(
                """
                chart => {
                  const svg = document.querySelector(`[data-chart=${chart}] svg`), marks = svg.querySelectorAll("[data-moves]");
                  const box = marks[0].getBBox(), moved = marks[0].transform.baseVal.consolidate()?.matrix ?? { e: 0, f: 0 };
                  const [originX, originY] = svg.dataset.origin.split(" ").map(Number), [oneX, oneY] = svg.dataset.one.split(" ").map(Number);
                  return [marks.length, (box.x + box.width / 2 + moved.e - originX) / oneX, (box.y + box.height / 2 + moved.f - originY) / oneY];
                }
                """, chart);
            Assert.Equal(1, place[0]);
            Assert.Equal(x, place[1], 0.003);
            if (double.IsFinite(y))
                Assert.Equal(y, place[2], 0.003);
        }
    }
}
