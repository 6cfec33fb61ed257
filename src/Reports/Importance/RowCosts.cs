using MLNet.LossExperiments.Measures;

namespace MLNet.LossExperiments.Reports;

/// <summary>What predictions cost, row by row: lower is better.</summary>
public static class RowCosts
{
    /// <summary>The squared error of each row, whose root mean is the RMSE.</summary>
    /// <param name="predictions">The predictions.</param>
    /// <returns>A cost for each row.</returns>
    public static IReadOnlyList<double> SquaredErrors(RegressionPredictions predictions)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        return [.. predictions.Actual.Zip(predictions.Predicted, (actual, predicted) => ((double)actual - predicted) * ((double)actual - predicted))];
    }

    /// <summary>The log-loss of each row in nats, or where scores are no probabilities whether its class is predicted wrongly.</summary>
    /// <param name="predictions">The predictions.</param>
    /// <returns>A cost for each row.</returns>
    public static IReadOnlyList<double> LogLosses(BinaryPredictions predictions)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        double threshold = predictions.EffectiveThreshold;
        return
        [
            .. predictions.Actual.Zip(predictions.Scores, (isPositive, score) => predictions.HasProbabilities
                ? ClippedLogLoss.Of(isPositive ? score : 1 - (double)score)
                : isPositive == score > threshold ? 0.0 : 1.0),
        ];
    }

    /// <summary>The log-loss of each row in nats, or where scores are no probabilities whether its class is predicted wrongly.</summary>
    /// <param name="predictions">The predictions.</param>
    /// <returns>A cost for each row.</returns>
    public static IReadOnlyList<double> LogLosses(MulticlassPredictions predictions)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        int classes = predictions.Classes.Count;
        double CostOf(int actual, int row)
        {
            float truth = predictions.Scores[row * classes + actual];
            if (predictions.HasProbabilities)
                return ClippedLogLoss.Of(truth);
            return Enumerable.Range(0, classes).Any(other => predictions.Scores[row * classes + other] > truth) ? 1 : 0;
        }

        return [.. predictions.Actual.Select(CostOf)];
    }
}
