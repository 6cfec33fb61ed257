using MLNet.LossExperiments.Host.Descriptions;
using MLNet.LossExperiments.Host.Formats;
using MLNet.LossExperiments.Host.Models;
using MLNet.LossExperiments.Reports;

namespace MLNet.LossExperiments.Host.Reporting;

/// <summary>Reads scored rows as predictions of a task, and evaluates them.</summary>
internal abstract class TaskReading
{
    private Func<string?> _describeSpellings = () => null;

    /// <summary>What to tell of the labels read so far that are spelt otherwise than the model's classes; null where there are none.</summary>
    public string? Spellings => _describeSpellings();

    /// <summary>What importance is measured by, for people.</summary>
    public abstract string CostName { get; }

    /// <summary>Whether it is the root of the mean cost.</summary>
    public virtual bool IsRoot => false;

    /// <summary>The classes; none for numbers.</summary>
    public virtual IReadOnlyList<string> Classes => [];

    /// <summary>Evaluates rows.</summary>
    public abstract TaskEvaluation Evaluate(IReadOnlyList<ScoredRow> rows, string set, EvaluationOptions options);

    /// <summary>What the prediction of each row costs.</summary>
    public abstract IReadOnlyList<double> Costs(IReadOnlyList<ScoredRow> rows);

    /// <summary>The place of a row's class; -1 where the model does not know it, or predicts numbers.</summary>
    public virtual int ClassOf(ScoredRow row) => -1;

    /// <summary>The place of a row's predicted class; -1 where the model predicts numbers.</summary>
    public virtual int PredictedClassOf(ScoredRow row) => -1;

    /// <summary>Finds out how to read the predictions of a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="source">The file of the rows.</param>
    /// <param name="label">The label column.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="image">Which columns are pixels; null where rows are no images.</param>
    /// <exception cref="CommandException">The rows do not serve.</exception>
    public static TaskReading Of(LoadedModel model, TableSource source, string label, IReadOnlyList<ScoredRow> rows, ImageColumns? image)
    {
        if (rows.Count == 0)
            throw Evaluation.NoLabels(source, label);
        if (model.Task == ModelTask.Regression)
            return rows[0].Scores.Length > 1 ? throw Evaluation.SeveralNumbers() : new RegressionReading(model, label);
        ModelClasses classes = ModelClasses.Of(model, source, rows);
        if (rows.All(row => classes.Find(row.Label) < 0))
            throw Evaluation.NoKnownClass(source, label, classes, rows[0]);
        TaskReading reading = model.Task == ModelTask.Binary ? new BinaryReading(model, classes, rows) : new MulticlassReading(classes, rows, image);
        reading._describeSpellings = () => classes.DescribeRespelt(source.Name, label);
        return reading;
    }
}
