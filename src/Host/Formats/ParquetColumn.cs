using System.Globalization;
using Parquet;
using Parquet.Schema;

namespace MLNet.LossExperiments.Host.Formats;

/// <summary>The values of one column in a row group of a Parquet file.</summary>
internal abstract class ParquetColumn
{
    private static readonly Dictionary<Type, (ColumnKind? Kind, Func<DataField, ParquetColumn> Create)> Types = new()
    {
        [typeof(bool)] = (ColumnKind.Boolean, field => new Values<bool>(field, value => value ? "true" : "false", value => value ? 1 : 0)),
        [typeof(sbyte)] = Number<sbyte>(),
        [typeof(byte)] = Number<byte>(),
        [typeof(short)] = Number<short>(),
        [typeof(ushort)] = Number<ushort>(),
        [typeof(int)] = Number<int>(),
        [typeof(uint)] = Number<uint>(),
        [typeof(long)] = Number<long>(),
        [typeof(ulong)] = Number<ulong>(),
        [typeof(float)] = Number<float>(),
        [typeof(double)] = Number<double>(),
        [typeof(decimal)] = Number<decimal>(),
        [typeof(DateTime)] = (ColumnKind.Date, field => new Values<DateTime>(field, value => value.ToString(value.TimeOfDay == default ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture))),
        [typeof(DateOnly)] = (ColumnKind.Date, field => new Values<DateOnly>(field, value => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))),
        [typeof(Guid)] = (ColumnKind.Category, field => new Values<Guid>(field, value => value.ToString())),
        [typeof(string)] = (null, field => new Texts(field)),
        [typeof(ReadOnlyMemory<char>)] = (null, field => new Texts(field)),
    };

    /// <summary>Whether a field holds single values of a known kind.</summary>
    public static bool IsKnown(DataField field) => Types.ContainsKey(field.ClrType);

    /// <summary>What a field holds; null where its texts must be looked at.</summary>
    public static ColumnKind? KindOf(DataField field) => Types[field.ClrType].Kind;

    public static ParquetColumn Of(DataField field) => Types[field.ClrType].Create(field);

    /// <summary>Reads the values of a row group.</summary>
    public abstract ValueTask Load(ParquetRowGroupReader group);

    /// <summary>The text of a value; empty where there is none.</summary>
    public abstract string TextOf(int row);

    /// <summary>The value as a number, NaN where there is none; null where it is not one by nature.</summary>
    public abstract float? NumberOf(int row);

    private static (ColumnKind? Kind, Func<DataField, ParquetColumn> Create) Number<T>()
        where T : struct, IConvertible, IFormattable =>
        (ColumnKind.Number, field => new Values<T>(field, value => value.ToString(null, CultureInfo.InvariantCulture), value => value.ToSingle(CultureInfo.InvariantCulture)));

    private sealed class Values<T>(DataField field, Func<T, string> text, Func<T, float>? number = null) : ParquetColumn
        where T : struct
    {
        private T[] _values = [];
        private T?[] _nullable = [];

        public override async ValueTask Load(ParquetRowGroupReader group)
        {
            if (field.IsNullable)
                await group.ReadAsync<T>(field, (_nullable = new T?[group.RowCount]).AsMemory(), null, CancellationToken.None).ConfigureAwait(false);
            else
                await group.ReadAsync<T>(field, (_values = new T[group.RowCount]).AsMemory(), null, CancellationToken.None).ConfigureAwait(false);
        }

        public override string TextOf(int row) => At(row) is { } value ? text(value) : "";

        public override float? NumberOf(int row) => number is null ? null : At(row) is { } value ? number(value) : float.NaN;

        private T? At(int row) => field.IsNullable ? _nullable[row] : _values[row];
    }

    private sealed class Texts(DataField field) : ParquetColumn
    {
        private string?[] _values = [];

        public override async ValueTask Load(ParquetRowGroupReader group) =>
            await group.ReadAsync(field, (_values = new string?[group.RowCount]).AsMemory()!, null, CancellationToken.None).ConfigureAwait(false);

        public override string TextOf(int row) => _values[row] ?? "";

        public override float? NumberOf(int row) => null;
    }
}
