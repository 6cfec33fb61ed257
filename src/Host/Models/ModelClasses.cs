using System.Globalization;
using Microsoft.ML.Data;
using MLNet.LossExperiments.Host.Formats;
using MLNet.LossExperiments.Host.Tables;

namespace MLNet.LossExperiments.Host.Models;

/// <summary>The classes that a model knows, and which of them a label names.</summary>
/// <param name="Names">The classes in the order of the scores; for two, the negative one first.</param>
/// <param name="Labels">How numbers are written in the file of the labels.</param>
internal sealed record ModelClasses(IReadOnlyList<string> Names, CellFormat Labels)
{
    /// <summary>Finds the classes of a model from what it says of rows.</summary>
    /// <param name="model">The model.</param>
    /// <param name="source">The file of the labels.</param>
    /// <param name="rows">Scored rows with labels.</param>
    /// <exception cref="CommandException">The labels are not those of the model.</exception>
    public static ModelClasses Of(LoadedModel model, TableSource source, IReadOnlyList<ScoredRow> rows)
    {
        var labels = new CellFormat(source.DecimalMark.Character, []);
        if (model.Task == ModelTask.Binary)
            return new ModelClasses(OfTwo(model, labels, rows), labels);
        if (model.Outputs.Classes.Count > 0)
            return new ModelClasses(model.Outputs.Classes, labels);
        throw CommandException.Failure($"{model.Path} does not name its classes, so labels cannot be compared with its scores.");
    }

    /// <summary>The place of the class that a label names; -1 where it names none.</summary>
    public int Find(string label)
    {
        string text = label.Trim(), wanted = Canonical(label, Labels);
        int exact = PlaceOf(name => name.Trim() == text);
        return exact >= 0 ? exact : PlaceOf(name => Canonical(name, CellFormat.Usual) == wanted);
    }

    private int PlaceOf(Func<string, bool> isIt)
    {
        for (int i = 0; i < Names.Count; i++)
        {
            if (isIt(Names[i]))
                return i;
        }
        return -1;
    }

    // The model says which class is positive only by its predictions: the row with the greatest score is predicted to be of it, or no row is.
    private static string[] OfTwo(LoadedModel model, CellFormat labels, IReadOnlyList<ScoredRow> rows)
    {
        if (model.Transformer.GetOutputSchema(model.Inputs)[PredictionColumns.PredictedLabel].Type is BooleanDataViewType)
            return ["false", "true"];
        ScoredRow greatest = rows.MaxBy(row => row.Scores[0])!, least = rows.MinBy(row => row.Scores[0])!;
        if (greatest.PredictedLabel != least.PredictedLabel)
            return [least.PredictedLabel, greatest.PredictedLabel];
        string only = greatest.PredictedLabel;
        string other = rows.Select(row => row.Label).FirstOrDefault(label => label.Trim() != only && Canonical(label, labels) != Canonical(only, CellFormat.Usual)) ?? $"not {only}";
        return greatest.Scores[0] > 0 ? [other, only] : [only, other];
    }

    // Numbers and truth values are the same however they are spelt.
    private static string Canonical(string text, CellFormat format) =>
        format.TryReadNumber(text, out float number) ? number.ToString(CultureInfo.InvariantCulture)
        : TruthWords.Read(text) is { } truth && text.Length > 1 ? (truth ? "1" : "0")
        : text.Trim();
}
