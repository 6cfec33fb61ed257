using MLNet.LossExperiments.Host.Columns;
using MLNet.LossExperiments.Host.Exports;
using MLNet.LossExperiments.Host.Formats;
using MLNet.LossExperiments.Host.Learning;
using MLNet.LossExperiments.Host.Runs;
using MLNet.LossExperiments.Host.Tables;

namespace MLNet.LossExperiments.Host.Repeating;

/// <summary>Writes what <see cref="FeaturePipeline"/> does to columns as C#, step by step.</summary>
internal sealed class PreparationCode
{
    private readonly LabeledTables _tables;
    private readonly HashSet<string> _taken;
    private readonly List<string> _steps = [];

    private PreparationCode(LabeledTables tables, IEnumerable<string> taken)
    {
        _tables = tables;
        _taken = taken.ToHashSet(StringComparer.Ordinal);
    }

    /// <param name="tables">The data.</param>
    /// <param name="features">The columns to learn from.</param>
    /// <param name="taken">The names that the program's data uses.</param>
    /// <returns>The estimators, and the name of the vector that they make.</returns>
    public static (IReadOnlyList<string> Steps, string Vector) Of(LabeledTables tables, IReadOnlyList<Feature> features, IEnumerable<string> taken)
    {
        var code = new PreparationCode(tables, taken);
        return (code._steps, code.Write(features));
    }

    private string Write(IReadOnlyList<Feature> features)
    {
        string output = ColumnNames.Claim("Features", _taken);
        Feature[] numerical = [.. features.Where(feature => feature.Kind != ColumnKind.Category)];
        Dictionary<string, string> numberOf = numerical.ToDictionary(feature => feature.Name, NameAsNumber, StringComparer.Ordinal);
        string[] numbers = [.. numerical.Select(feature => numberOf[feature.Name])];
        (string Name, string Of)[] indicators = [.. numerical.Where(feature => feature.IsIndicated).Select(feature => (ColumnNames.Claim($"{feature.Name} is missing", _taken), numberOf[feature.Name]))];
        string[] categories = [.. features.Where(feature => feature.Kind == ColumnKind.Category && !feature.IsHashed).Select(feature => feature.Name)];
        string[] hashed = [.. features.Where(feature => feature.IsHashed).Select(feature => feature.Name)];
        string[] others = [.. indicators.Select(indicator => indicator.Name), .. categories, .. hashed];

        foreach (Feature feature in numerical.Where(feature => feature.Kind != ColumnKind.Number))
            _steps.Add(ToNumber(feature, numberOf[feature.Name]));
        if (indicators.Length > 0)
        {
            Step("IndicateMissingValues(", [.. indicators.Select(indicator => $"new({Literal(indicator.Name)}, {Literal(indicator.Of)})")], ")");
            Step("Conversion.ConvertType(", Pairs(indicators.Select(indicator => indicator.Name)), ", DataKind.Single)");
        }
        if (numbers.Length > 0)
        {
            string vector = others.Length == 0 ? output : ColumnNames.Claim("Numbers", _taken);
            if (numerical.All(feature => feature.Kind == ColumnKind.Number))
                _steps.Add($"mlContext.Transforms.Concatenate({Literal(vector)}, numbers)");
            else
                Step($"Concatenate({Literal(vector)},", NameCode.Of(numbers), ")");
            _steps.Add($"mlContext.Transforms.ReplaceMissingValues({Literal(vector)}, replacementMode: MissingValueReplacingEstimator.ReplacementMode.Mean)");
            if (others.Length == 0)
                return output;
            others = [vector, .. others];
        }
        string[] whole = [.. features.Where(feature => feature.Kind == ColumnKind.Category && !feature.IsHashed && feature.Frequent is null).Select(feature => feature.Name)];
        if (whole.Length > 0)
            Step("Categorical.OneHotEncoding(", Pairs(whole), ")");
        foreach (Feature feature in features.Where(feature => feature.Frequent is not null))
            Step($"Categorical.OneHotEncoding([new({Literal(feature.Name)})], keyData: mlContext.Data.LoadFromEnumerable(((string[])", [.. feature.Frequent!.Texts.Select(Literal)], ").Select(text => new { text })))");
        if (hashed.Length > 0)
            Step("Categorical.OneHotHashEncoding(", Pairs(hashed), $", numberOfBits: {FeaturePipeline.HashBits})");
        Step($"Concatenate({Literal(output)},", NameCode.Of(others), ")");
        return output;
    }

    private string NameAsNumber(Feature feature) => feature.Kind == ColumnKind.Number ? feature.Name : ColumnNames.Claim($"{feature.Name} as number", _taken);

    private string ToNumber(Feature feature, string output) => feature.Kind == ColumnKind.Date
        ? $"mlContext.Transforms.DateFeatures({Literal(output)}, {Literal(feature.Name)})"
        : MappingCode.Of(output, "string, float", Words(feature.Name), feature.Name);

    // Only those words that occur, of the many that the console knows.
    private IEnumerable<(string Key, string Value)> Words(string column) =>
        from word in new[] { _tables.Dataset, _tables.Validation, _tables.Test }.OfType<Table>().SelectMany(table => Enumerable.Range(0, table.RowCount).Select(table[column].TextOf)).Distinct(StringComparer.Ordinal)
        let meaning = TruthWords.Read(word)
        orderby meaning, word
        select (Literal(word), meaning is { } truth ? truth ? "1" : "0" : "float.NaN");

    private void Step(string call, IReadOnlyList<string> items, string end) =>
        _steps.Add($"mlContext.Transforms.{CodeList.After(call, items, "    .Append(mlContext.Transforms.".Length + end.Length)}{end}");

    private static IReadOnlyList<string> Pairs(IEnumerable<string> names) => [.. names.Select(name => $"new({Literal(name)})")];

    private static string Literal(string text) => CSharpNames.Literal(text);
}
