using System.Globalization;
using Microsoft.ML.Data;
using MLNet.LossExperiments.Host.Formats;
using MLNet.LossExperiments.Host.Tables;

namespace MLNet.LossExperiments.Host.Models;

/// <summary>The classes that a model knows, and which of them a label names.</summary>
/// <param name="Names">The classes in the order of the scores; for two, the negative one first.</param>
/// <param name="Labels">How numbers are written in the file of the labels.</param>
/// <param name="IsExact">Whether a class is spelt in one way only.</param>
internal sealed record ModelClasses(IReadOnlyList<string> Names, CellFormat Labels, bool IsExact)
{
    private const int MostShown = 3;

    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _respelt = new(StringComparer.Ordinal);

    /// <summary>Finds the classes of a model from what it says of rows.</summary>
    /// <param name="model">The model.</param>
    /// <param name="source">The file of the labels.</param>
    /// <param name="rows">Scored rows with labels.</param>
    /// <exception cref="CommandException">The labels are not those of the model.</exception>
    public static ModelClasses Of(LoadedModel model, TableSource source, IReadOnlyList<ScoredRow> rows)
    {
        var labels = new CellFormat(source.DecimalMark.Character, []);
        if (model.Task == ModelTask.Binary)
            return new ModelClasses(OfTwo(model, labels, rows), labels, source.ExactClasses);
        if (model.Outputs.Classes.Count > 0)
            return new ModelClasses(model.Outputs.Classes, labels, source.ExactClasses);
        throw CommandException.Failure($"{model.Path} does not name its classes, so labels cannot be compared with its scores.");
    }

    /// <summary>What to tell of labels that were found though they are spelt otherwise than the model's classes; null where there are none.</summary>
    public string? DescribeRespelt(string file, string column) => _respelt.Count == 0
        ? null
        : $"{file}, column '{column}': {string.Join(", ", _respelt.Take(MostShown).Select(pair => $"{CellText.Quote(pair.Key)} counts as class {CellText.Quote(pair.Value)}"))}{(_respelt.Count > MostShown ? ", and so on" : "")}. --exact-classes keeps spellings apart.";

    /// <summary>The place of the class that a label names; -1 where it names none, or none for certain.</summary>
    public int Find(string label)
    {
        if (!_places.TryGetValue(label, out int place))
            _places.Add(label, place = Search(label));
        return place;
    }

    private int Search(string label)
    {
        string text = label.Trim();
        int exact = PlaceOf(name => name.Trim() == text, 0);
        if (exact >= 0 || IsExact)
            return exact;
        string wanted = Common(label, Labels);
        int place = PlaceOf(IsWanted, 0);
        if (place < 0 || PlaceOf(IsWanted, place + 1) >= 0)
            return -1;
        // A number or a truth value is the same however it is written; another case or white space could have been meant.
        if (ClassSpelling.Common(text) == ClassSpelling.Common(Names[place]) && !ClassSpelling.TryReadNumber(text, out _))
            _respelt.TryAdd(text, Names[place]);
        return place;

        bool IsWanted(string name) => Common(name, CellFormat.Usual) == wanted;
    }

    private int PlaceOf(Func<string, bool> isIt, int from)
    {
        for (int i = from; i < Names.Count; i++)
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
        string other = rows.Select(row => row.Label).FirstOrDefault(label => label.Trim() != only && Common(label, labels) != Common(only, CellFormat.Usual)) ?? $"not {only}";
        return greatest.Scores[0] > 0 ? [other, only] : [only, other];
    }

    // Spellings of one class, of one number, and of one truth value are the same; thousands may be grouped.
    private static string Common(string text, CellFormat format) =>
        format.TryReadPrecise(text, out double number) && !ClassSpelling.TryReadNumber(text.Trim(), out _) && !IsCode(text) ? ClassSpelling.Common(number.ToString(CultureInfo.InvariantCulture))
        : TruthWords.Read(text) is { } truth && text.Length > 1 ? (truth ? "1" : "0")
        : ClassSpelling.Common(text);

    private static bool IsCode(string text) => text.TrimStart() is ['0', _, ..];
}
