using Microsoft.ML;

namespace MLNet.LossExperiments.Reports;

/// <summary>Rows of two classes and their scores.</summary>
public sealed record BinaryPredictions : PredictedRows
{
    private const string PredictedLabel = "PredictedLabel";

    /// <summary>The class that scores are high for.</summary>
    public string PositiveClass { get; init; } = "positive";

    /// <summary>The other class.</summary>
    public string NegativeClass { get; init; } = "negative";

    /// <summary>Whether each row is of the positive class.</summary>
    public required IReadOnlyList<bool> Actual { get; init; }

    /// <summary>The score of each row: the probability of the positive class, or any number that rises with it.</summary>
    public required IReadOnlyList<float> Scores { get; init; }

    /// <summary>Whether scores are probabilities of the positive class.</summary>
    public required bool HasProbabilities { get; init; }

    /// <summary>The score above which the model calls a row positive; null for 0.5 of probabilities and 0 of other scores.</summary>
    public double? Threshold { get; init; }

    /// <summary>Reads what a model made of data: <c>model.Transform(data)</c>. The threshold is the model's own, found from its column PredictedLabel.</summary>
    /// <param name="predictions">The data with predictions.</param>
    /// <param name="label">The column of the label.</param>
    /// <param name="probability">The column of the probability of the positive class, if there is one.</param>
    /// <param name="score">The column of the score, which is taken where there are no probabilities.</param>
    /// <param name="weight">The column of the example weights; null for none.</param>
    /// <returns>The predictions.</returns>
    /// <exception cref="ArgumentException">A column is not there, or holds something else.</exception>
    public static BinaryPredictions From(IDataView predictions, string label = "Label", string probability = "Probability", string score = "Score", string? weight = null)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        bool hasProbabilities = PredictionColumns.Has(predictions, probability);
        float[] scores = PredictionColumns.Numbers(predictions, hasProbabilities ? probability : score);
        return new BinaryPredictions
        {
            Actual = PredictionColumns.Flags(predictions, label),
            Scores = scores,
            HasProbabilities = hasProbabilities,
            Threshold = PredictionColumns.HasFlags(predictions, PredictedLabel) ? DecisionThreshold.Of(scores, PredictionColumns.Flags(predictions, PredictedLabel), hasProbabilities) : null,
            Weights = PredictionColumns.WeightsOf(predictions, weight),
        };
    }

    internal double EffectiveThreshold => Threshold ?? (HasProbabilities ? 0.5 : 0);

    internal UsableRows Usable()
    {
        CheckLengths(Actual.Count);
        CheckLength(Scores.Count, Actual.Count, nameof(Scores));
        for (int place = 0; HasProbabilities && place < Scores.Count; place++)
        {
            if (Scores[place] is < 0 or > 1)
                throw new ArgumentException(FormattableString.Invariant($"The score of row {NumberOf(place)} is {Scores[place]}, which is no probability. Give probabilities, or set {nameof(HasProbabilities)} to false."), nameof(Scores));
        }
        return UsableRows.Of(this, Actual.Count, place => float.IsFinite(Scores[place]));
    }
}
