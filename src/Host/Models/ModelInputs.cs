using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.LossExperiments.Catalogs;
using MLNet.LossExperiments.Host.Formats;

namespace MLNet.LossExperiments.Host.Models;

/// <summary>Where in a file the inputs of a model are.</summary>
internal sealed class ModelInputs
{
    private const int MostNamed = 50;

    private readonly LoadedModel _model;
    private readonly TableSource _source;
    private readonly Dictionary<string, IReadOnlyList<int>> _places = new(StringComparer.Ordinal);
    private string? _rest;

    /// <param name="model">The model.</param>
    /// <param name="source">The file.</param>
    /// <param name="choices">What the user says of inputs.</param>
    /// <param name="others">The columns that are no inputs, by place: the label.</param>
    /// <exception cref="CommandException">An input that is needed is not there.</exception>
    public ModelInputs(LoadedModel model, TableSource source, IReadOnlyList<InputChoice> choices, IReadOnlyCollection<int> others)
    {
        _model = model;
        _source = source;
        foreach (InputChoice choice in choices)
            Choose(choice);
        DataViewSchema.Column[] open = [.. model.NeededInputs.Where(column => !_places.ContainsKey(column.Name))];
        foreach (DataViewSchema.Column column in open)
        {
            if (FindByName(column) is { } places)
                _places.Add(column.Name, places);
        }
        FindTheRest([.. open.Where(column => !_places.ContainsKey(column.Name))], others);
    }

    /// <summary>The inputs that are needed, each with the names of its columns in the file.</summary>
    public IReadOnlyList<AssignedInput> Assigned => [.. _model.NeededInputs.Select(input => new AssignedInput(input.Name, [.. _places[input.Name].Select(place => _source.ColumnNames[place])], input.Name == _rest))];

    /// <summary>What to tell the user of columns that were assigned though no name says so; null where none was.</summary>
    public string? DescribeGuess() => Assigned.FirstOrDefault(input => input.IsGuessed) is { } guessed
        ? $"The model does not name the columns of its input '{guessed.Input}'. It takes the {Count(guessed.Columns.Count)} of {_source.Name} that are left, in their order: {string.Join(", ", guessed.Columns.Take(MostNamed))}{(guessed.Columns.Count > MostNamed ? $" and {guessed.Columns.Count - MostNamed} more" : "")}. If that is not meant, say which with --input {guessed.Input}=COLUMNS."
        : null;

    /// <summary>The places of the columns of an input; null where it is not needed.</summary>
    public IReadOnlyList<int>? PlacesOf(DataViewSchema.Column input) => _places.GetValueOrDefault(input.Name);

    /// <summary>The places of all columns that are needed.</summary>
    public IReadOnlyList<int> Places => [.. _model.NeededInputs.SelectMany(input => PlacesOf(input) ?? []).Distinct()];

    private static int SizeOf(DataViewSchema.Column column) => column.Type is VectorDataViewType vector ? vector.Size : 1;

    private void Choose(InputChoice choice)
    {
        if (_model.Inputs.GetColumnOrNull(choice.Input) is not { } column)
        {
            string near = NearestNames.Of(choice.Input, _model.NeededInputs.Select(input => input.Name)) is [var first, ..] ? $" Did you mean {first}?" : "";
            throw CommandException.Usage($"--input: the model has no input '{choice.Input}'.{near} It takes {string.Join(", ", _model.NeededInputs.Select(input => input.Name))}.");
        }
        IReadOnlyList<int> places = choice.PlacesIn(_source);
        if (places.Count != SizeOf(column))
            throw CommandException.Usage($"--input: '{choice.Input}' takes {Count(SizeOf(column))}, but {places.Count} {(places.Count == 1 ? "is" : "are")} named.");
        _places[choice.Input] = places;
    }

    private int[]? FindByName(DataViewSchema.Column column)
    {
        if (column.Type is not VectorDataViewType)
            return _source.TryFind(column.Name) is { } place ? [place] : null;
        if (Annotation.TextsOf(column, "SlotNames") is not { } slots || slots.Count != SizeOf(column))
            return null;
        int?[] places = [.. slots.Select(_source.TryFind)];
        return places.Contains(null) ? null : [.. places.Select(place => place!.Value)];
    }

    // A single vector without names of its own takes what is left, where that is as many.
    private void FindTheRest(DataViewSchema.Column[] missing, IReadOnlyCollection<int> others)
    {
        if (missing.Length == 0)
            return;
        var taken = _places.Values.SelectMany(places => places).Concat(others).ToHashSet();
        int[] left = [.. Enumerable.Range(0, _source.ColumnNames.Count).Where(place => !taken.Contains(place))];
        if (missing is [{ Type: VectorDataViewType } vector] && SizeOf(vector) == left.Length)
        {
            _places.Add(vector.Name, left);
            _rest = vector.Name;
            return;
        }
        string names = string.Join(", ", missing.Select(column => column.Type is VectorDataViewType ? $"'{column.Name}' ({Count(SizeOf(column))})" : $"'{column.Name}'"));
        string remedy = missing.Any(column => column.Type is VectorDataViewType) ? $" Say which columns they are with --input {missing[0].Name}=COLUMNS, such as --input {missing[0].Name}=0..{SizeOf(missing[0]) - 1}." : "";
        throw CommandException.Failure($"{_source.Path} lacks what the model needs: {names}. Its columns are {string.Join(", ", _source.ColumnNames.Take(50))}.{remedy}");
    }

    private static string Count(int columns) => columns == 1 ? "1 column" : $"{columns} columns";
}
