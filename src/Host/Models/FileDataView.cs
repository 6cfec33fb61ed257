using Microsoft.ML;
using MLNet.LossExperiments.Host.Formats;

namespace MLNet.LossExperiments.Host.Models;

/// <summary>Shows a file to a model, row by row as it is read: the model's inputs by their names and types, and columns that are carried along.</summary>
internal sealed class FileDataView : IDataView
{
    private readonly IReadOnlyList<FileColumn> _columns;
    private readonly CancellationToken _cancellation;
    private readonly Func<RowReader> _open;

    /// <param name="source">The file.</param>
    /// <param name="model">The model.</param>
    /// <param name="inputs">Where its inputs are.</param>
    /// <param name="carried">What is carried along.</param>
    /// <param name="cancellation">Ends reading.</param>
    /// <param name="open">Opens other rows of the same columns; null for those of the file.</param>
    public FileDataView(TableSource source, LoadedModel model, ModelInputs inputs, IReadOnlyList<CarriedColumn> carried, CancellationToken cancellation, Func<RowReader>? open = null)
    {
        _open = open ?? source.OpenRows;
        _cancellation = cancellation;
        var taken = model.Transformer.GetOutputSchema(model.Inputs).Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        CarriedNames = [.. carried.Select(column => ColumnNames.Claim($"carried {column.Name}", taken))];
        IReadOnlyDictionary<string, ColumnTally> tallies = model.Reading?.Tallies() ?? new Dictionary<string, ColumnTally>();
        Tallies = [.. tallies.Values];
        _columns = [.. model.Inputs.Select(column => FileColumn.Of(source, column.Type, inputs.PlacesOf(column), tallies.GetValueOrDefault(column.Name))), .. carried.Select(column => column.Column)];
        var builder = new DataViewSchema.Builder();
        foreach (DataViewSchema.Column column in model.Inputs)
            builder.AddColumn(column.Name, column.Type, column.Annotations);
        for (int i = 0; i < carried.Count; i++)
            builder.AddColumn(CarriedNames[i], carried[i].Type);
        Schema = builder.ToSchema();
    }

    /// <summary>What was missing or unknown in the rows read so far, column by column; none where nobody knows what training had.</summary>
    public IReadOnlyList<ColumnTally> Tallies { get; }

    /// <summary>The names of the columns that are carried along.</summary>
    public IReadOnlyList<string> CarriedNames { get; }

    public bool CanShuffle => false;

    public DataViewSchema Schema { get; }

    public long? GetRowCount() => null;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) =>
        new FileCursor(Schema, _open(), _columns, columnsNeeded, _cancellation);

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) => [GetRowCursor(columnsNeeded, rand)];
}
