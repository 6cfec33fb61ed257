using MLNet.LossExperiments.Host.Columns;
using MLNet.LossExperiments.Host.Exports;
using MLNet.LossExperiments.Host.Formats;
using MLNet.LossExperiments.Host.Models;
using MLNet.LossExperiments.Host.Runs;

namespace MLNet.LossExperiments.Host.Repeating;

/// <summary>Writes how a program reads the files of rows: which columns they have, and what those that it takes hold.</summary>
internal sealed class LoadingCode
{
    private const int MostLeftOut = 4;

    // A label that is called as a prediction would be hidden by it.
    private static readonly string[] Predictions = [PredictionColumns.Score, PredictionColumns.Probability, PredictionColumns.PredictedLabel, PredictionColumns.ScoreVariance, PredictionColumns.Quantiles];

    private readonly ColumnRoles _roles;
    private readonly bool _isLabelNumber;
    private readonly bool _areAllNumbers;
    private readonly string[] _numbers;
    private readonly string[] _texts;
    private readonly string? _mark;

    /// <param name="tables">The tables.</param>
    /// <param name="features">The columns that are learned from.</param>
    /// <param name="loadsMark">Whether the program divides rows by groups or times, and so needs their column.</param>
    public LoadingCode(LabeledTables tables, IReadOnlyList<Feature> features, bool loadsMark)
    {
        _mark = loadsMark ? tables.Roles.ForSplitsAlone : null;
        _roles = tables.Roles;
        _isLabelNumber = tables.Dataset[_roles.Label].Kind == ColumnKind.Number;
        _numbers = [.. features.Where(feature => feature.Kind == ColumnKind.Number).Select(feature => feature.Name)];
        _texts = [.. features.Where(feature => feature.Kind != ColumnKind.Number).Select(feature => feature.Name)];
        IReadOnlyList<string> names = tables.Dataset.Source.ColumnNames;
        // Texts may hold commas and line breaks, also those of columns that are not taken.
        _areAllNumbers = tables.Dataset.Columns.Count(column => column.Kind == ColumnKind.Number) == names.Count;
        Label = Predictions.Contains(_roles.Label) ? ColumnNames.Claim("Label", names.ToHashSet(StringComparer.Ordinal)) : _roles.Label;
        Columns = [.. names.Select(name => name == _roles.Label ? Label : name)];
    }

    /// <summary>What the program calls the label's column.</summary>
    public string Label { get; }

    /// <summary>The columns of the files, in order.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The arrays that name columns.</summary>
    public IEnumerable<string> Names()
    {
        yield return Declare("columns", NameCode.Of(Columns));
        string[] others = [.. Columns.Except(_numbers)];
        bool isRest = _numbers.Length > MostLeftOut && others.Length <= MostLeftOut && Columns.Except(others).SequenceEqual(_numbers);
        if (_numbers.Length > 0)
            yield return Declare("numbers", isRest ? [CodeList.After(".. columns.Except(", NameCode.Of(others)) + ")"] : NameCode.Of(_numbers));
        if (_texts.Length > 0)
            yield return Declare("texts", NameCode.Of(_texts));
    }

    /// <summary>The local functions that read a file.</summary>
    public string Functions() => _areAllNumbers
        ? Load("", [".. columns.Select((name, place) => new TextLoader.Column(name, DataKind.Single, place))"])
        : Load("\n    AllowQuoting = true,\n    ReadMultilines = true,", TakenColumns()) + "\n\nTextLoader.Column Column(string name, DataKind kind) => new(name, kind, Array.IndexOf(columns, name));";

    private static string Load(string quoting, string[] columns) =>
        $$"""
        IDataView Load(string file) => mlContext.Data.LoadFromTextFile(file, new TextLoader.Options
        {
            HasHeader = true,
            Separators = [','],
            MissingRealsAsNaNs = true,{{quoting}}
            Columns ={{(columns.Length == 1 ? $" [{columns[0]}]" : $"\n    [\n{string.Concat(columns.Select(column => $"        {column},\n"))}    ]")}},
        });
        """.ReplaceLineEndings("\n");

    private string[] TakenColumns() =>
    [
        .. _numbers.Length > 0 ? [".. numbers.Select(name => Column(name, DataKind.Single))"] : (string[])[],
        .. _texts.Length > 0 ? [".. texts.Select(name => Column(name, DataKind.String))"] : (string[])[],
        .. _roles.Weight is { } weight ? [$"Column({CSharpNames.Literal(weight)}, DataKind.Single)"] : (string[])[],
        .. _mark is not null ? [$"Column({CSharpNames.Literal(_mark)}, DataKind.String)"] : (string[])[],
        $"Column({CSharpNames.Literal(Label)}, DataKind.{(_isLabelNumber ? "Single" : "String")})",
    ];

    private static string Declare(string name, IReadOnlyList<string> items) => CodeList.After($"string[] {name} =", items) + ";";
}
