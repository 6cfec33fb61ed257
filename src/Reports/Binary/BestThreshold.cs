using System.Globalization;

namespace MLNet.LossExperiments.Reports;

/// <summary>The best threshold for something.</summary>
/// <param name="Name">For what, in JSON: <c>cost</c>, <c>f1</c>, <c>youden</c>.</param>
/// <param name="Title">The same for people.</param>
/// <param name="Explanation">What it does, in a line.</param>
/// <param name="Figures">The figures at it.</param>
public sealed record BestThreshold(string Name, string Title, string Explanation, ThresholdFigures Figures)
{
    internal static BestThreshold[] Of(BinaryRows rows, EvaluationOptions options)
    {
        double positives = rows.Positives, negatives = rows.Negatives;
        string costs = string.Create(CultureInfo.InvariantCulture, $"Costs least, a false positive costing {options.FalsePositiveCost} and a false negative {options.FalseNegativeCost}.");
        return
        [
            new("cost", "Least cost", costs, Best((tp, fp) => -(fp * options.FalsePositiveCost + (positives - tp) * options.FalseNegativeCost))),
            new("f1", "Greatest F1", "Balances precision and recall best.", Best((tp, fp) => 2 * tp / (positives + tp + fp))),
            new("youden", "Greatest recall minus false alarms", "Is farthest above chance in the ROC curve (Youden's J).", Best((tp, fp) => tp / positives - fp / negatives)),
        ];

        ThresholdFigures Best(Func<double, double, double> gain)
        {
            int best = 0;
            for (int groups = 1; groups <= rows.GroupEnds.Length; groups++)
            {
                if (gain(rows.TruePositives[groups], rows.FalsePositives[groups]) > gain(rows.TruePositives[best], rows.FalsePositives[best]))
                    best = groups;
            }
            return ThresholdFigures.At(rows.ThresholdAfter(best), rows, options);
        }
    }
}
