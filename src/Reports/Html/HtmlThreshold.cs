using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MLNet.LossExperiments.Reports;

/// <summary>Renders the confusion of two classes. Without script it is that of the model's threshold; report.js lets a reader choose another.</summary>
internal static class HtmlThreshold
{
    private static readonly JsonSerializerOptions Format = new() { Encoder = JavaScriptEncoder.Default, NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    public static Html Of(BinaryEvaluation evaluation, string id, int level)
    {
        ThresholdFigures at = evaluation.AtThreshold;
        string positive = evaluation.PositiveClass, negative = evaluation.NegativeClass;
        return Html.Of($"""
            <div class="threshold" data-threshold>
            {HtmlBlocks.Headline(level, "Confusion at a threshold")}
            <div class="controls" hidden>
            <label for="{id}-slider">Threshold <output for="{id}-slider" data-figure="threshold">{Figure.Show(at.Threshold)}</output></label>
            <input type="range" id="{id}-slider" min="0" max="{evaluation.Thresholds.Thresholds.Count - 1}" step="1" value="0">
            <p class="jumps">{Jumps(evaluation)}</p>
            </div>
            <div class="threshold-tables">
            <div class="scroll" tabindex="0" role="region" aria-label="Confusion at the threshold"><table class="confusion">
            <caption><span>Rows by true class (down) and class at the threshold (across)</span></caption>
            <thead><tr><th scope="col" class="corner"><span>actual ↓ called →</span></th><th scope="col">{HtmlConfusion.Name(positive)}</th><th scope="col">{HtmlConfusion.Name(negative)}</th></tr></thead>
            <tbody>
            <tr><th scope="row">{HtmlConfusion.Name(positive)}</th>{Cell("right", "tp", at.TruePositives)}{Cell("wrong", "fn", at.FalseNegatives)}</tr>
            <tr><th scope="row">{HtmlConfusion.Name(negative)}</th>{Cell("wrong", "fp", at.FalsePositives)}{Cell("right", "tn", at.TrueNegatives)}</tr>
            </tbody>
            </table></div>
            <dl class="figures">
            {Fact("Precision", "precision", Figure.Show(at.Precision))}{Fact("Recall", "recall", Figure.Show(at.Recall))}{Fact("Specificity", "specificity", Figure.Show(at.Specificity))}{Fact("F1", "f1", Figure.Show(at.F1))}
            {Fact("Accuracy", "accuracy", Figure.Show(at.Accuracy))}{Fact("Called positive", "called", Figure.Share(at.CalledPositive))}{Fact("Mean cost", "cost", Figure.Show(at.Cost))}
            </dl>
            </div>
            <p class="remark">A false positive costs {Figure.Show(evaluation.FalsePositiveCost)}, a false negative {Figure.Show(evaluation.FalseNegativeCost)}. Rows with a score above the threshold are called {positive}.</p>
            <p role="status" class="hidden" data-status></p>
            <script type="application/json">{Html.Trusted(Data(evaluation))}</script>
            </div>
            """);
    }

    private static IEnumerable<Html> Jumps(BinaryEvaluation evaluation)
    {
        yield return Jump("The model's", evaluation.AtThreshold.Threshold);
        foreach (BestThreshold best in evaluation.BestThresholds)
            yield return Jump(best.Title, best.Figures.Threshold);
    }

    private static Html Jump(string title, double threshold) => Html.Of($"<button type=\"button\" data-jump=\"{threshold.ToString("R", System.Globalization.CultureInfo.InvariantCulture)}\">{title}</button>");

    private static Html Cell(string kind, string name, double count) => Html.Of($"<td class=\"{kind}\" data-figure=\"{name}\">{Figure.Count(count)}</td>");

    private static Html Fact(string title, string name, string value) => Html.Of($"<div><dt>{title}</dt><dd data-figure=\"{name}\">{value}</dd></div>");

    private static string Data(BinaryEvaluation evaluation) => JsonSerializer.Serialize(
        new
        {
            positives = evaluation.Thresholds.Positives,
            negatives = evaluation.Thresholds.Negatives,
            thresholds = evaluation.Thresholds.Thresholds,
            tp = evaluation.Thresholds.TruePositives,
            fp = evaluation.Thresholds.FalsePositives,
            start = evaluation.AtThreshold.Threshold,
            costs = new[] { evaluation.FalsePositiveCost, evaluation.FalseNegativeCost },
        },
        Format);
}
