using MLNet.LossExperiments.Host.Columns;
using MLNet.LossExperiments.Host.Exports;
using MLNet.LossExperiments.Host.Formats;
using MLNet.LossExperiments.Host.Models;
using MLNet.LossExperiments.Host.Runs;
using MLNet.LossExperiments.Host.Tables;

namespace MLNet.LossExperiments.Host.Repeating;

/// <summary>Writes how a program reads the files of rows: which columns they have, and what those that it takes hold.</summary>
internal sealed class LoadingCode
{
    private const int MostLeftOut = 4;

    // A label that is called as a prediction would be hidden by it.
    private static readonly string[] Predictions = [PredictionColumns.Score, PredictionColumns.Probability, PredictionColumns.PredictedLabel, PredictionColumns.ScoreVariance, PredictionColumns.Quantiles];

    private readonly ColumnRoles _roles;
    private readonly bool _isLabelNumber;
    private readonly string[] _numbers;
    private readonly string[] _texts;

    public LoadingCode(LabeledTables tables, IReadOnlyList<Feature> features)
    {
        _roles = tables.Roles;
        _isLabelNumber = tables.Dataset[_roles.Label].Kind == ColumnKind.Number;
        _numbers = [.. features.Where(feature => feature.Kind == ColumnKind.Number).Select(feature => feature.Name)];
        _texts = [.. features.Where(feature => feature.Kind != ColumnKind.Number).Select(feature => feature.Name)];
        IReadOnlyList<string> names = tables.Dataset.Source.ColumnNames;
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
        yield return Array("columns", NameCode.Of(Columns));
        string[] others = [.. Columns.Except(_numbers)];
        bool isRest = _numbers.Length > MostLeftOut && others.Length <= MostLeftOut && Columns.Except(others).SequenceEqual(_numbers);
        if (_numbers.Length > 0)
            yield return Array("numbers", isRest ? [$".. columns.Except({CodeList.Of(NameCode.Of(others), 0)})"] : NameCode.Of(_numbers));
        if (_texts.Length > 0)
            yield return Array("texts", NameCode.Of(_texts));
    }

    /// <summary>The local functions that read a file.</summary>
    public string Functions()
    {
        // Texts may hold commas and line breaks, also those of columns that are not taken.
        bool areAllNumbers = _isLabelNumber && _texts.Length == 0 && _numbers.Length + (_roles.Weight is null ? 1 : 2) == Columns.Count;
        return areAllNumbers
            ? Load("", [".. columns.Select((name, place) => new TextLoader.Column(name, DataKind.Single, place))"])
            : Load("\n    AllowQuoting = true,\n    ReadMultilines = true,", TakenColumns()) + "\n\nTextLoader.Column Column(string name, DataKind kind) => new(name, kind, Array.IndexOf(columns, name));";
    }

    private static string Load(string quoting, IReadOnlyList<string> columns) =>
        $$"""
        IDataView Load(string file) => mlContext.Data.LoadFromTextFile(file, new TextLoader.Options
        {
            HasHeader = true,
            Separators = [','],
            MissingRealsAsNaNs = true,{{quoting}}
            Columns ={{Space(CodeList.Of(columns, "    Columns = ".Length)).Replace("\n", "\n    ", StringComparison.Ordinal)}},
        });
        """.ReplaceLineEndings("\n");

    private string[] TakenColumns() =>
    [
        .. _numbers.Length > 0 ? [".. numbers.Select(name => Column(name, DataKind.Single))"] : System.Array.Empty<string>(),
        .. _texts.Length > 0 ? [".. texts.Select(name => Column(name, DataKind.String))"] : System.Array.Empty<string>(),
        .. _roles.Weight is { } weight ? [$"Column({CSharpNames.Literal(weight)}, DataKind.Single)"] : System.Array.Empty<string>(),
        $"Column({CSharpNames.Literal(Label)}, DataKind.{(_isLabelNumber ? "Single" : "String")})",
    ];

    private static string Array(string name, IReadOnlyList<string> items) => $"string[] {name} ={Space(CodeList.Of(items, $"string[] {name} = ".Length))};";

    // A collection on lines of its own begins on one.
    private static string Space(string collection) => collection[0] == '\n' ? collection : $" {collection}";
}
