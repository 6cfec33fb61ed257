using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.LossExperiments.Host.Exports;

/// <summary>A column as a property of a generated class.</summary>
/// <param name="Column">The column.</param>
/// <param name="Property">The name of the property.</param>
internal sealed record CSharpColumn(DataViewSchema.Column Column, string Property)
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(bool)] = "bool",
        [typeof(sbyte)] = "sbyte",
        [typeof(byte)] = "byte",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(ReadOnlyMemory<char>)] = "string",
        [typeof(DateTime)] = "DateTime",
        [typeof(DateTimeOffset)] = "DateTimeOffset",
        [typeof(TimeSpan)] = "TimeSpan",
    };

    public bool IsVector => Column.Type is VectorDataViewType;

    private string ItemKeyword => KeywordOf(Column);

    /// <exception cref="CommandException">There is no C# type for the column.</exception>
    public string Declaration =>
        $$"""
            {{Attributes}}
            public {{ItemKeyword}}{{(IsVector ? "[]" : "")}} {{Property}} { get; set; }{{Initial}}
        """;

    /// <summary>The type of a column's values in C#.</summary>
    /// <exception cref="CommandException">There is none.</exception>
    public static string KeywordOf(DataViewSchema.Column column) => Keywords.TryGetValue(ItemTypeOf(column).RawType, out string? keyword)
        ? keyword
        : throw CommandException.Failure($"The column '{column.Name}' is {column.Type}, for which mlnet-loss writes no C#.");

    /// <summary>A value to begin with, for an example.</summary>
    public string Example => Column.Type switch
    {
        VectorDataViewType { IsKnownSize: true } vector => string.Create(CultureInfo.InvariantCulture, $"new {ItemKeyword}[{vector.Size}]"),
        VectorDataViewType => "[]",
        TextDataViewType => "\"\"",
        _ => "default",
    };

    private string Initial => IsVector ? " = [];" : ItemKeyword == "string" ? " = \"\";" : "";

    private string Attributes
    {
        get
        {
            var attributes = new List<string> { $"ColumnName({CSharpNames.Literal(Column.Name)})" };
            if (Column.Type is VectorDataViewType vector)
                attributes.Add(vector.IsKnownSize ? $"VectorType({string.Join(", ", vector.Dimensions.Select(size => size.ToString(CultureInfo.InvariantCulture)))})" : "VectorType");
            if (ItemTypeOf(Column) is KeyDataViewType key)
                attributes.Add(string.Create(CultureInfo.InvariantCulture, $"KeyType({key.Count})"));
            return $"[{string.Join(", ", attributes)}]";
        }
    }

    private static DataViewType ItemTypeOf(DataViewSchema.Column column) => column.Type is VectorDataViewType vector ? vector.ItemType : column.Type;
}
