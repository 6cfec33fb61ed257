using System.Globalization;
using MLNet.LossExperiments.Catalogs;

namespace MLNet.LossExperiments.Host.Tables;

/// <summary>A text file that holds a table: CSV, TSV, or with semicolons.</summary>
internal sealed class TableFile
{
    private readonly char _separator;
    private readonly Dictionary<string, int> _places;

    private TableFile(string path, char separator, bool hasHeader, IReadOnlyList<string> columnNames)
    {
        Path = path;
        _separator = separator;
        HasHeader = hasHeader;
        ColumnNames = columnNames;
        _places = columnNames.Index().ToDictionary(column => column.Item, column => column.Index, StringComparer.Ordinal);
    }

    public string Path { get; }

    /// <summary>The file's name without its folder, for messages.</summary>
    public string Name => System.IO.Path.GetFileName(Path);

    public bool HasHeader { get; }

    public IReadOnlyList<string> ColumnNames { get; }

    /// <summary>Finds the format of a file and the names of its columns.</summary>
    /// <param name="path">The file.</param>
    /// <param name="hasHeader">Whether its first row names the columns; null to find out.</param>
    public static TableFile Open(string path, bool? hasHeader)
    {
        using StreamReader reader = OpenText(path);
        string name = System.IO.Path.GetFileName(path);
        FileFormat format = FileFormat.Detect(name, reader) ?? throw CommandException.Failure($"{path} is empty.");
        bool header = hasHeader ?? format.HasHeader;
        return new TableFile(path, format.Separator, header, Tables.ColumnNames.From(format.FirstRow, header));
    }

    /// <summary>Opens the rows, the header passed over.</summary>
    public CsvRows OpenRows()
    {
        var rows = new CsvRows(Name, OpenText(Path), _separator);
        if (HasHeader)
            rows.Read();
        return rows;
    }

    /// <summary>Goes to the next row.</summary>
    /// <exception cref="CommandException">It does not have a value for each column.</exception>
    public bool ReadNext(CsvRows rows)
    {
        if (!rows.Read())
            return false;
        if (rows.Count != ColumnNames.Count)
        {
            string origin = HasHeader ? "the header names" : "the first row has";
            throw CommandException.Failure($"{Name}, line {rows.Line}: the row has {Count(rows.Count, "value")}, but {origin} {Count(ColumnNames.Count, "column")}.");
        }
        return true;
    }

    /// <summary>The place of the column of a name.</summary>
    /// <exception cref="CommandException">There is none.</exception>
    public int Find(string name) => _places.TryGetValue(name, out int place) ? place : throw NotFound(name);

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
        string doubt = HasHeader ? "" : " Its first row was not taken for a header; if it is one, give --has-header true.";
        return CommandException.Failure($"{Path} has no column '{column}'.{hint} Its columns are {Enumerate(ColumnNames)}.{doubt}");
    }

    private static string Enumerate(IReadOnlyList<string> names)
    {
        const int most = 50;
        string rest = names.Count > most ? $" and {names.Count - most} more" : "";
        return string.Join(", ", names.Take(most)) + rest;
    }

    private static string Count(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";

    private static StreamReader OpenText(string path)
    {
        if (Directory.Exists(path))
            throw CommandException.Failure($"{path} is a folder, but must be a file.");
        if (!File.Exists(path))
            throw CommandException.Failure($"There is no file {path}.");
        try
        {
            return new StreamReader(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CommandException.Failure($"{path} cannot be read: {e.Message}", e);
        }
    }
}
