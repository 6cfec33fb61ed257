using Parquet;
using Parquet.Schema;

namespace MLNet.LossExperiments.Host.Formats;

/// <summary>A Parquet file of flat columns.</summary>
internal sealed class ParquetSource : TableSource
{
    private readonly DataField[] _fields;
    private readonly CellFormat _cells;

    private ParquetSource(InputFile file, DataField[] fields, CellFormat cells)
        : base(file, Formats.ColumnNames.From([.. fields.Select(field => field.Name)], hasHeader: true))
    {
        _fields = fields;
        _cells = cells;
    }

    public override string RowNoun => "row";

    public override ReadingOptions Reading => new(null, null, null, null, _cells.MissingMarkers);

    public override IEnumerable<(string Sentence, bool IsWarning)> Remarks => RemarksOn(_cells);

    public override string Description => "Parquet";

    /// <summary>Finds the columns.</summary>
    /// <exception cref="CommandException">It cannot be read, or a column is of a kind that is no single value.</exception>
    public static ParquetSource Open(InputFile file, ReadingOptions said)
    {
        InputFile kept = file.Kept();
        ParquetSchema schema = Guard(kept.Path, () =>
        {
            using Stream stream = kept.OpenRaw();
            return ParquetReader.ReadSchemaAsync(stream).GetAwaiter().GetResult();
        });
        var fields = new List<DataField>();
        foreach (Field field in schema.Fields)
        {
            fields.Add(field is DataField { IsArray: false } data && ParquetColumn.IsKnown(data)
                ? data
                : throw CommandException.Failure($"{kept.Path}, column '{field.Name}': {field} is not a single number, text, truth value or date. Take such columns out of the file."));
        }
        return new ParquetSource(kept, [.. fields], new CellFormat('.', said.MissingMarkers));
    }

    public override RowReader OpenRows() => new ParquetRows(Name, File.OpenRaw(), _fields, _cells);

    public override ColumnKind? KnownKind(int column) => ParquetColumn.KindOf(_fields[column]);

    /// <summary>Runs what reads a file; whatever is wrong with it is told in a sentence.</summary>
    public static T Guard<T>(string name, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is not (CommandException or OperationCanceledException))
        {
            throw CommandException.Failure($"{name} cannot be read as a Parquet file: {e.Message}", e);
        }
    }
}
