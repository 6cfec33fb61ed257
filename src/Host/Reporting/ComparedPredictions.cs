using MathNet.Numerics.Statistics;
using MLNet.LossExperiments.Experiments;
using MLNet.LossExperiments.Host.Output;
using MLNet.LossExperiments.Reports;

namespace MLNet.LossExperiments.Host.Reporting;

/// <summary>What the networks of a comparison predicted for rows held out, loss by loss; those that failed on a split are not among them.</summary>
internal sealed class ComparedPredictions
{
    private const int MostPairs = 6;

    private readonly List<(ExperimentSetting Setting, string Name, float[][] Folds)> _predictions = [];
    private readonly IReadOnlyList<int> _rows = [];

    /// <param name="comparison">The comparison.</param>
    /// <param name="rows">The number in the file of each row that was compared on.</param>
    public ComparedPredictions(LossComparison comparison, IReadOnlyList<int> rows)
    {
        ILookup<ExperimentSetting, ExperimentCell> kept = comparison.Cells.Where(cell => cell.HeldOut is not null).ToLookup(cell => cell.Setting);
        int splits = kept.Select(cells => cells.Count()).DefaultIfEmpty().Max();
        foreach (SettingSummary summary in comparison.Settings.Where(summary => splits > 0 && kept[summary.Setting].Count() == splits))
        {
            HeldOutPredictions[] folds = [.. kept[summary.Setting].OrderBy(cell => cell.Fold).Select(cell => cell.HeldOut!)];
            _predictions.Add((summary.Setting, SettingName.Of(summary.Setting, comparison), [.. folds.Select(fold => fold.Scores.ToArray())]));
            Labels = [.. folds.SelectMany(fold => fold.Labels)];
            _rows = [.. folds.SelectMany(fold => fold.Rows).Select(row => rows[row])];
        }
    }

    /// <summary>The labels of the rows: numbers, 1 or 0, or classes from 0.</summary>
    public IReadOnlyList<float> Labels { get; } = [];

    /// <summary>For each row what the networks of a loss predicted; null where that is not known.</summary>
    public IReadOnlyList<double>? Of(ExperimentSetting setting) =>
        _predictions.Where(own => own.Setting == setting).Select(own => own.Folds.SelectMany(fold => fold).Select(score => (double)score).ToArray()).FirstOrDefault();

    /// <summary>The predictions of the best against those of the others.</summary>
    /// <param name="task">The task: regression, binary or multiclass.</param>
    /// <param name="givesProbabilities">Whether the scores of a loss are probabilities.</param>
    public IReadOnlyList<PredictionPair> Pairs(string task, Func<string, bool> givesProbabilities)
    {
        return [.. _predictions.Skip(1).Take(MostPairs).Select(other => Pair(_predictions[0], other))];

        PredictionPair Pair((ExperimentSetting Setting, string Name, float[][] Folds) best, (ExperimentSetting Setting, string Name, float[][] Folds) other)
        {
            bool areProbabilities = givesProbabilities(best.Setting.Loss) && givesProbabilities(other.Setting.Loss);
            (string quantity, Func<float[], float[]> read) = task switch
            {
                "regression" => ("prediction", scores => scores),
                // Each network has a scale of its own, so that scores of several folds cannot be set side by side.
                _ when !areProbabilities => (task == "binary" ? "rank of the score" : "rank of the score of the row's class", Ranks),
                "binary" => ("probability of the positive class", scores => [.. scores.Select(Logistic)]),
                _ => ("probability of the row's class", (Func<float[], float[]>)(scores => scores)),
            };
            KeyValuePair<string, IReadOnlyList<float>> Read(string name, float[][] folds) => new(name, [.. folds.SelectMany(read)]);
            return PredictionPair.Of(quantity, Read(best.Name, best.Folds), Read(other.Name, other.Folds), task == "multiclass" ? [] : Labels, _rows.Count == 0 ? null : _rows);
        }
    }

    private static float Logistic(float score) => 1 / (1 + MathF.Exp(-score));

    // The share of the fold's rows with a lower score, of which ties share the middle.
    private static float[] Ranks(float[] scores) => [.. scores.Select(score => (double)score).Ranks(RankDefinition.Average).Select(rank => (float)((rank - 0.5) / scores.Length))];
}
