using System.Globalization;
using MLNet.LossExperiments.Curves;
using MLNet.LossExperiments.Experiments;
using MLNet.LossExperiments.Host.Losses;
using MLNet.LossExperiments.Host.Models;
using MLNet.LossExperiments.Host.Output;
using MLNet.LossExperiments.Host.Runs;
using MLNet.LossExperiments.Losses;
using MLNet.LossExperiments.Reports;

namespace MLNet.LossExperiments.Host.Reporting;

/// <summary>Makes the report on a comparison.</summary>
internal sealed class ComparedLosses(ComparisonOutcome outcome, CancellationToken stop)
{
    private const string NotDrawn = "Predictions of two losses are not set against each other, as a comparison keeps its networks' metrics and not their predictions. For the same reason losses are drawn without the errors that their networks made.";

    private readonly LossComparison _comparison = outcome.Comparison;

    /// <param name="options">The options of the command, by their names without dashes.</param>
    /// <param name="commandLine">The command that does the same again.</param>
    public MLNet.LossExperiments.Reports.ComparisonReport Report(IReadOnlyDictionary<string, object> options, string commandLine)
    {
        HashSet<string> ofTask = [.. outcome.Experiment.TaskMetrics.Select(metric => metric.Name)];
        ComparedMetric criterion = _comparison.Metrics.Single(metric => metric.Name == _comparison.Criterion);
        DataSummary data = DataFacts.Of(outcome.Tables, outcome.Task, outcome.Columns.Dropped.ToDictionary(column => column.Name, column => column.Reason), stop);
        return new MLNet.LossExperiments.Reports.ComparisonReport
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
            CriticalDifference = CriticalDifference.Of(criterion.Name, criterion.IsHigherBetter,
                [.. _comparison.Settings.Where(setting => setting.Metrics.ContainsKey(criterion.Name)).Select(setting => KeyValuePair.Create(NameOf(setting.Setting), ValuesOf(setting.Setting, criterion.Name)))]),
            LearningCurves = [.. from setting in _comparison.Settings let histories = CellsOf(setting.Setting).Select(cell => cell.History).OfType<MLNet.LossExperiments.Models.TrainingHistory>().ToArray() where histories.Length > 0 select LossCourse.Of(NameOf(setting.Setting), histories)],
            LossShapes = Shapes(),
            Reproduction = new Reproduction(commandLine, null),
            Notes = [NotDrawn],
        };
    }

    private string NameOf(ExperimentSetting setting) => SettingName.Of(setting, _comparison);

    private IEnumerable<ExperimentCell> CellsOf(ExperimentSetting setting) => _comparison.Cells.Where(cell => cell.Setting == setting).OrderBy(cell => cell.Seed).ThenBy(cell => cell.Fold);

    private IReadOnlyList<double> ValuesOf(ExperimentSetting setting, string metric) => [.. CellsOf(setting).Select(cell => cell.Metrics[metric])];

    private MetricComparison Compare(ComparedMetric metric, bool isOfTask) => new(
        metric.Name,
        metric.Title,
        metric.IsHigherBetter,
        isOfTask,
        null,
        metric.Best is { } best ? NameOf(best) : null,
        [.. metric.Others.Select(other => new LossDifference(
            NameOf(other.Other), other.MeanDifference, other.Low, other.High, other.TTestCorrected, other.WilcoxonCorrected, (DifferenceVerdict)(int)other.Verdict, ComparisonWords.Judge(other)))]);

    private ComparedLoss Summarize(SettingSummary setting)
    {
        ExperimentCell[] cells = [.. CellsOf(setting.Setting)];
        double share = cells.Average(cell => cell.TrainingRows == 0 ? double.NaN : (double)cell.TestRows / cell.TrainingRows);
        var task = Enum.Parse<ModelTask>(outcome.Task.Name, ignoreCase: true);
        ShownLoss? shown = ModelFacts.Find(setting.Setting.Loss, task);
        return new ComparedLoss(
            NameOf(setting.Setting),
            new LossSummary(setting.Setting.Loss, shown?.Description.Formula, shown?.Description.UseWhen),
            setting.Setting.LearningRate,
            setting.Setting.HiddenSizes,
            [.. setting.Metrics.Select(metric => LossMetric.Of(metric.Key, ValuesOf(setting.Setting, metric.Key), share, metric.Value.Rank, metric.Value.MeanRank))],
            setting.FailedCells,
            setting.Failure,
            setting.MeanBestEpoch,
            setting.Seconds);
    }

    // One line over the same errors for each loss that is a function of the error alone.
    private LossShape[] Shapes()
    {
        RegressionLoss[] losses = [.. outcome.Experiment.ComparedLosses.OfType<RegressionLoss>()];
        LossCurve[] curves = [.. LossCurve.Of(losses, null).Where(curve => curve is { Condition: "", Series: [_] })];
        int points = curves.Select(curve => curve.Series[0].X.Count).DefaultIfEmpty().Max();
        return
        [
            .. from curve in curves
               where curve.Series[0].X.Count == points
               from setting in _comparison.Settings.Where(setting => setting.Setting.Loss == curve.Loss).Take(1)
               select new LossShape(NameOf(setting.Setting), curve.Axis.ToString(), curve.Series[0].X, curve.Series[0].Losses, null),
        ];
    }
}
