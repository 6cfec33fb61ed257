using System.Globalization;
using MLNet.LossExperiments.Catalogs;

namespace MLNet.LossExperiments.Host.Formats;

/// <summary>A file that holds a table, in whatever format.</summary>
internal abstract class TableSource
{
    private readonly Dictionary<string, int> _places;

    private protected TableSource(InputFile file, IReadOnlyList<string> columnNames)
    {
        File = file;
        ColumnNames = columnNames;
        _places = columnNames.Index().ToDictionary(column => column.Item, column => column.Index, StringComparer.Ordinal);
    }

    /// <summary>The file's path, for messages.</summary>
    public string Path => File.Path;

    /// <summary>The file's name without its folder, for messages.</summary>
    public string Name => File.Name;

    public IReadOnlyList<string> ColumnNames { get; }

    /// <summary>What a row's place counts: line, or row.</summary>
    public abstract string RowNoun { get; }

    /// <summary>What the file was found to be, for people: for example "comma-separated text".</summary>
    public abstract string Description { get; }

    /// <summary>Whether the first row names the columns; null where the format always does.</summary>
    public virtual bool? HasHeader => null;

    /// <summary>What stands before the fraction of a number.</summary>
    public virtual DecimalMark DecimalMark => CellFormat.Usual.Mark;

    /// <summary>What to tell of texts that were read as numbers.</summary>
    private protected IEnumerable<(string Sentence, bool IsWarning)> RemarksOn(CellFormat cells)
    {
        if (DecimalMark.DescribeDoubt(Name) is { } doubt)
            yield return (doubt, true);
        else if (cells.Grouped is { } grouped && cells.TryReadPrecise(grouped, out double number))
            yield return (string.Create(CultureInfo.InvariantCulture, $"{Name}: thousands are grouped; {CellText.Quote(grouped)} was read as {number}."), false);
    }

    /// <summary>What was found or said of how the file is written: options that read it in the same way again.</summary>
    public abstract ReadingOptions Reading { get; }

    /// <summary>What to tell the user once rows have been read: where they were read otherwise than they stand in the file, and what is in doubt.</summary>
    public virtual IEnumerable<(string Sentence, bool IsWarning)> Remarks => [];

    /// <summary>Whether labels that differ in spelling alone are classes of their own.</summary>
    public bool ExactClasses { get; set; }

    /// <summary>The shape of the pictures that the rows are, (height, width); null where they are none.</summary>
    public virtual (int Height, int Width)? ImageShape => null;

    /// <summary>Why a name may not be there though a user sees it; empty where there is no reason.</summary>
    private protected virtual string NamingDoubt => "";

    private protected InputFile File { get; }

    /// <summary>How many bytes of the file have been read since it was last opened.</summary>
    public long BytesRead => File.BytesRead;

    /// <summary>How many bytes the file has; null where nobody knows.</summary>
    public long? Length => File.Length;

    /// <summary>Opens the rows.</summary>
    public abstract RowReader OpenRows();

    /// <summary>What a column holds, where the format says so; null where its values must be looked at.</summary>
    public virtual ColumnKind? KnownKind(int column) => null;

    /// <summary>Where a row is, for messages.</summary>
    /// <param name="place">The row's <see cref="RowReader.Place"/>.</param>
    public string PlaceOf(int place) => string.Create(CultureInfo.InvariantCulture, $"{Name}, {RowNoun} {place}");

    /// <summary>The place of the column of a name.</summary>
    /// <exception cref="CommandException">There is none.</exception>
    public int Find(string name) => TryFind(name) ?? throw NotFound(name);

    /// <summary>The place of the column of a name; null where there is none.</summary>
    public int? TryFind(string name) => _places.TryGetValue(name, out int place) ? place : null;

    /// <summary>The place of a column as a user may put it: by name or, where none has that name, by place.</summary>
    /// <exception cref="CommandException">There is none.</exception>
    public int FindByNameOrPlace(string column)
    {
        bool isPlace = int.TryParse(column, NumberStyles.None, CultureInfo.InvariantCulture, out int place) && place < ColumnNames.Count;
        return isPlace && !_places.ContainsKey(column) ? place : Find(column);
    }

    private CommandException NotFound(string column)
    {
        IReadOnlyList<string> near = NearestNames.Of(column, ColumnNames);
        string hint = near.Count == 0 ? "" : $" Did you mean '{near[0]}'?";
        return CommandException.Failure($"{Path} has no column '{column}'.{hint} Its columns are {Enumerate(ColumnNames)}.{NamingDoubt}");
    }

    private static string Enumerate(IReadOnlyList<string> names)
    {
        const int most = 50;
        string rest = names.Count > most ? $" and {names.Count - most} more" : "";
        return string.Join(", ", names.Take(most)) + rest;
    }
}
