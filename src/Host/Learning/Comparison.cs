using MLNet.LossExperiments.Catalogs;
using MLNet.LossExperiments.Experiments;
using MLNet.LossExperiments.Host.Tables;
using MLNet.LossExperiments.Losses;
using MLNet.LossExperiments.Metrics;
using Microsoft.ML;

namespace MLNet.LossExperiments.Host.Learning;

/// <summary>Losses that are to be compared on one task.</summary>
internal abstract class Comparison
{
    /// <summary>The task, with the first of the settings.</summary>
    public LearningTask Task => TaskOf(Experiment.ListSettings()[0].Options);

    public abstract LossExperiment Experiment { get; }

    /// <summary>The same with other settings of the experiment.</summary>
    public abstract Comparison With(Func<LossExperiment, LossExperiment> change);

    /// <summary>Runs it.</summary>
    public abstract LossComparison Run(MLContext ml, IDataView data);

    /// <summary>The task with the loss, learning rate and architecture of a setting.</summary>
    public LearningTask TaskOf(ExperimentSetting setting) => TaskOf(Experiment.OptionsOf(setting));

    private protected abstract LearningTask TaskOf(MlpOptions options);

    /// <summary>Makes the comparison that the losses and the labels ask for.</summary>
    /// <param name="losses">The losses that the user named; null for the usual ones.</param>
    /// <param name="criterion">The metric that the user named; null for the usual one.</param>
    /// <param name="baseline">The loss that the user named to compare others with; null for none.</param>
    /// <param name="isRegression">Whether the label is a number to be predicted.</param>
    /// <param name="apply">Puts the user's settings into options.</param>
    /// <param name="labeled">The rows that have a label.</param>
    /// <param name="label">The label column.</param>
    /// <exception cref="FormatException">A loss or the criterion is not one for the task.</exception>
    /// <exception cref="CommandException">The labels do not serve.</exception>
    public static Comparison Choose(IReadOnlyList<string>? losses, string? criterion, string? baseline, bool isRegression, Func<MlpOptions, MlpOptions> apply, TableRows labeled, string label)
    {
        if (isRegression)
        {
            var regression = new RegressionLossExperiment { Trainer = (MlpRegressionOptions)apply(new MlpRegressionOptions()) };
            regression = losses is null ? regression : regression with { Losses = [.. losses.Select(LossChoice.ForRegression)] };
            return new RegressionComparison(regression with { Criterion = CriterionOf(criterion, MetricCatalog.Regression, regression.LossMetrics), Baseline = BaselineOf(baseline, LossChoice.ForRegression) });
        }
        IReadOnlyList<string> classes = LabelClasses.Find(labeled, label);
        if (classes.Count == 2)
        {
            var binary = new BinaryLossExperiment { Trainer = (MlpBinaryOptions)apply(new MlpBinaryOptions()), Criterion = CriterionOf(criterion, MetricCatalog.Binary, []), Baseline = BaselineOf(baseline, LossChoice.ForBinary) };
            return new BinaryComparison(losses is null ? binary : binary with { Losses = [.. losses.Select(LossChoice.ForBinary)] }, classes);
        }
        var multiclass = new MulticlassLossExperiment { Trainer = (MlpMulticlassOptions)apply(new MlpMulticlassOptions()), Criterion = CriterionOf(criterion, MetricCatalog.Multiclass, []), Baseline = BaselineOf(baseline, LossChoice.ForMulticlass) };
        return new MulticlassComparison(losses is null ? multiclass : multiclass with { Losses = [.. losses.Select(LossChoice.ForMulticlass)] }, classes);
    }

    private static Loss? BaselineOf(string? name, Func<string, Loss> parse)
    {
        try
        {
            return name is null ? null : parse(name);
        }
        catch (FormatException e)
        {
            throw new FormatException($"--baseline: {e.Message}");
        }
    }

    private static Metrics.Metric? CriterionOf(string? name, Catalog<Metrics.Metric> catalog, IEnumerable<Metrics.Metric> lossMetrics)
    {
        if (name is null)
            return null;
        if (lossMetrics.FirstOrDefault(metric => metric.Name == name) is { } ofLoss)
            return ofLoss;
        try
        {
            return catalog.Parse(name);
        }
        catch (FormatException e)
        {
            throw new FormatException($"--criterion: {e.Message}");
        }
    }
}
