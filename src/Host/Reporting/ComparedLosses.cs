using System.Globalization;
using MLNet.LossExperiments.Experiments;
using MLNet.LossExperiments.Host.Losses;
using MLNet.LossExperiments.Host.Models;
using MLNet.LossExperiments.Host.Output;
using MLNet.LossExperiments.Host.Runs;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Reports;

namespace MLNet.LossExperiments.Host.Reporting;

/// <summary>Makes the report on a comparison.</summary>
internal sealed class ComparedLosses(ComparisonOutcome outcome, CancellationToken stop)
{
    private const string NotDrawn = "Predictions of two losses are not set against each other, and losses are drawn without the errors that their networks made, as the cells of this comparison were trained by an earlier version, which did not keep them.";

    private readonly LossComparison _comparison = outcome.Comparison;

    /// <param name="options">The options of the command, by their names without dashes.</param>
    /// <param name="reproduction">What does the same again.</param>
    public ComparisonReport Report(IReadOnlyDictionary<string, object> options, Reproduction reproduction)
    {
        HashSet<string> ofTask = [.. outcome.Experiment.TaskMetrics.Select(metric => metric.Name)];
        var predictions = new ComparedPredictions(_comparison, outcome.Labeled.Rows);
        DataSummary data = DataFacts.Of(outcome.Tables, outcome.Labeled, outcome.Task, outcome.Columns.Dropped.ToDictionary(column => column.Name, column => column.Reason), stop);
        return new ComparisonReport
        {
            Title = $"Losses for {data.Label} of {data.Name}",
            Created = DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            Task = outcome.Task.Name,
            Data = data,
            Options = [.. options.Select(option => new NamedValue(option.Key, string.Join(", ", RunFacts.TextsOf(option.Value)))), .. ConfigDocument.CurrentVersions.Select(version => new NamedValue(version.Key, version.Value))],
            Splits = _comparison.Splits,
            Criterion = _comparison.Criterion,
            Metrics = [.. _comparison.Metrics.Select(metric => Compare(metric, ofTask.Contains(metric.Name)))],
            Losses = [.. _comparison.Settings.Select(Summarize)],
            Words = [.. ComparisonWords.Of(_comparison).Select(sentence => sentence.Trim())],
            LearningCurves = [.. from setting in _comparison.Settings let histories = FollowedOf(setting.Setting) where histories.Length > 0 select LossCourse.Of(NameOf(setting.Setting), histories)],
            LossShapes = new ComparedShapes(_comparison, outcome.Experiment.ComparedLosses, predictions).Draw(),
            PredictionPairs = predictions.Pairs(outcome.Task.Name, name => outcome.Experiment.GivesProbabilities(outcome.Experiment.ComparedLosses.Single(loss => loss.Name == name))),
            Reproduction = reproduction,
            Notes = _comparison.Cells.All(cell => cell.HeldOut is null) && _comparison.Best is not null ? [NotDrawn] : [],
        };
    }

    private string NameOf(ExperimentSetting setting) => SettingName.Of(setting, _comparison);

    private IEnumerable<ExperimentCell> CellsOf(ExperimentSetting setting) => _comparison.Cells.Where(cell => cell.Setting == setting).OrderBy(cell => cell.Seed).ThenBy(cell => cell.Fold);

    // Those whose metric was measured after each epoch; all, where none has validation rows to measure on.
    private TrainingHistory[] FollowedOf(ExperimentSetting setting)
    {
        TrainingHistory[] all = [.. CellsOf(setting).Select(cell => cell.History).OfType<TrainingHistory>()];
        TrainingHistory[] measured = [.. all.Where(history => history.Epochs is [{ ValidationMetric: not null }, ..])];
        return measured.Length > 0 ? measured : all;
    }

    private IReadOnlyList<double> ValuesOf(ExperimentSetting setting, string metric) => [.. CellsOf(setting).Where(cell => cell.Metrics.ContainsKey(metric)).Select(cell => cell.Metrics[metric])];

    private MetricComparison Compare(ComparedMetric metric, bool isOfTask) => new(
        metric.Name,
        metric.Title,
        metric.IsHigherBetter,
        isOfTask,
        null,
        metric.Best is { } best ? NameOf(best) : null,
        metric.Reference is { } reference ? NameOf(reference) : null,
        metric.EquivalenceMargin,
        [.. metric.MayBeBest.Select(NameOf)],
        [.. metric.Others.Select(other => new LossDifference(
            NameOf(other.Other), other.MeanDifference, other.Low, other.High, other.CorrectedPValue, other.ProbabilityBetter, other.ProbabilityEqual, other.ProbabilityWorse,
            Enum.Parse<DifferenceVerdict>(other.Verdict.ToString()), ComparisonWords.Judge(other, metric, _comparison)))]);

    private ComparedLoss Summarize(SettingSummary setting)
    {
        var task = Enum.Parse<ModelTask>(outcome.Task.Name, ignoreCase: true);
        ShownLoss? shown = ModelFacts.Find(setting.Setting.Loss, task);
        return new ComparedLoss(
            NameOf(setting.Setting),
            new LossSummary(setting.Setting.Loss, shown?.Description.Formula, shown?.Description.UseWhen),
            setting.Setting.LearningRate,
            setting.Setting.HiddenSizes,
            [
                .. from metric in _comparison.Metrics
                   where setting.Metrics.ContainsKey(metric.Name)
                   let summary = setting.Metrics[metric.Name]
                   select LossMetric.Of(metric.Name, ValuesOf(setting.Setting, metric.Name), metric.TestShare, summary.Rank, summary.MeanRank),
            ],
            setting.FailedCells,
            setting.Failure,
            setting.MeanBestEpoch,
            setting.Seconds);
    }
}
