using MLNet.LossExperiments.Host.Formats;
using MLNet.LossExperiments.Host.Reporting;
using MLNet.LossExperiments.Host.Runs;

namespace MLNet.LossExperiments.Host.Models;

/// <summary>How good a model's predictions are.</summary>
/// <param name="Measured">The metrics.</param>
/// <param name="Strangers">The rows of classes that the model does not know, which were left out.</param>
/// <param name="Classes">The classes in the order of the scores; for two, the negative one first. Empty for numbers.</param>
/// <param name="Confusion">For each class, by its place, how many of its rows were predicted to be of each class. Empty for numbers.</param>
internal sealed record Evaluation(MeasuredSet Measured, int Strangers, IReadOnlyList<string> Classes, IReadOnlyList<IReadOnlyList<int>> Confusion)
{
    /// <summary>What to tell of labels that are spelt otherwise than the model's classes; null where there are none.</summary>
    public string? Spellings { get; private init; }

    /// <summary>Measures.</summary>
    /// <exception cref="CommandException">The rows do not serve.</exception>
    public static Evaluation Of(LoadedModel model, TableSource source, string label, IReadOnlyList<ScoredRow> rows)
    {
        TaskReading reading = TaskReading.Of(model, source, label, rows, image: null);
        ScoredRow[] known = reading.Classes.Count == 0 ? [.. rows] : [.. rows.Where(row => reading.ClassOf(row) >= 0)];
        int[][] confusion = [.. reading.Classes.Select(_ => new int[reading.Classes.Count])];
        foreach (ScoredRow row in known.Where(row => reading.PredictedClassOf(row) >= 0))
            confusion[reading.ClassOf(row)][reading.PredictedClassOf(row)]++;
        MeasuredSet measured = MeasuredSet.Of($"{Reports.Figure.Many(known.Length, "row")}", reading.Evaluate(known, "evaluated", ReportPlan.OptionsFor(known.Length)));
        return new Evaluation(measured, rows.Count - known.Length, reading.Classes, confusion) { Spellings = reading.Spellings };
    }

    /// <summary>There is no row with a label.</summary>
    internal static CommandException NoLabels(TableSource source, string label) => CommandException.Failure($"{source.Path}, column '{label}': no row has a value, so there is nothing to compare predictions with.");

    /// <summary>The model predicts several numbers.</summary>
    internal static CommandException SeveralNumbers() => CommandException.Failure("The model predicts several numbers for each row, which cannot be evaluated against a single label.");

    /// <summary>All labels are strange to the model.</summary>
    internal static CommandException NoKnownClass(TableSource source, string label, ModelClasses classes, ScoredRow first) => CommandException.Failure(
        $"{source.Path}, column '{label}': no row is of a class that the model knows. They are {string.Join(", ", classes.Names.Take(20).Select(CellText.Quote))}; the first label is {CellText.Quote(first.Label)}.");

    /// <summary>Whether the scores of classes are probabilities.</summary>
    internal static bool AreProbabilities(float[] scores)
    {
        const float rounding = 1e-3f;
        return scores.All(score => score >= 0) && Math.Abs(scores.Sum() - 1) < rounding;
    }
}
