using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace MLNet.LossExperiments.Features;

/// <summary>
/// Turns a text column of dates, or dates with times of day, into a vector of <see cref="float"/>: <c>days</c> since 1 January 2000, the time of day as a fraction, and sine and cosine of the time of the year
/// (<c>year-sin</c>, <c>year-cos</c>), of the week from Monday on (<c>week-sin</c>, <c>week-cos</c>) and, if any row that it is fitted to has a time of day, of the day (<c>day-sin</c>, <c>day-cos</c>).
/// </summary>
/// <remarks>
/// <para>Fitting finds which of the <see cref="DateFormats"/> all rows follow, whatever the culture. <c>03/04/2024</c> fits two, and is 4 March unless some row has a number over 12 in the first place: then the day comes first in all rows.
/// A row that fits no format, or another than the rows before it, is refused with its number.</para>
/// <para>Where the text is empty or missing, and in a fitted transformer also where it is no date in the format found, all values are NaN, so that <c>ReplaceMissingValues</c> and <c>IndicateMissingValues</c> can follow.</para>
/// <para>A time with a zone is turned into UTC; one without is taken as it stands.</para>
/// </remarks>
public sealed class DateFeaturesEstimator : IEstimator<DateFeaturesTransformer>
{
    private readonly IHost _host;
    private readonly string _outputColumnName;
    private readonly string _inputColumnName;

    internal DateFeaturesEstimator(IHostEnvironment env, string outputColumnName, string inputColumnName)
    {
        _host = env.Register(nameof(DateFeaturesEstimator));
        _outputColumnName = outputColumnName;
        _inputColumnName = inputColumnName;
    }

    /// <summary>Finds the format of the dates, and whether they have times of day.</summary>
    /// <param name="input">The rows to look at.</param>
    /// <returns>The fitted transformer.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The column is missing or of another type.</exception>
    /// <exception cref="InvalidDataException">The rows do not follow one of the <see cref="DateFormats"/>, or none of them holds a date.</exception>
    public DateFeaturesTransformer Fit(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        GetOutputSchema(SchemaShape.Create(input.Schema));
        DataViewSchema.Column column = input.Schema[_inputColumnName];
        var search = new DateFormatSearch(_inputColumnName);
        using DataViewRowCursor cursor = input.GetRowCursor([column]);
        ValueGetter<ReadOnlyMemory<char>> getText = cursor.GetGetter<ReadOnlyMemory<char>>(column);
        ReadOnlyMemory<char> text = default;
        while (cursor.MoveNext())
        {
            _host.CheckAlive();
            getText(ref text);
            search.Add(text.Span);
        }
        return new DateFeaturesTransformer(_host, _outputColumnName, _inputColumnName, search.Result(), search.HasTimeOfDay);
    }

    /// <summary>The columns after the transformation.</summary>
    /// <param name="inputSchema">The columns before it.</param>
    /// <returns>Those, and the vector of the date.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The column is missing or of another type.</exception>
    public SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        if (!inputSchema.TryFindColumn(_inputColumnName, out SchemaShape.Column input))
            throw _host.ExceptSchemaMismatch(nameof(inputSchema), "input", _inputColumnName);
        if (input.Kind != SchemaShape.Column.VectorKind.Scalar || input.ItemType is not TextDataViewType)
            throw _host.ExceptSchemaMismatch(nameof(inputSchema), "input", _inputColumnName, "text", input.GetTypeString());
        SchemaShape.Column slotNames = new(AnnotationUtils.Kinds.SlotNames, SchemaShape.Column.VectorKind.Vector, TextDataViewType.Instance, false);
        SchemaShape.Column output = new(_outputColumnName, SchemaShape.Column.VectorKind.Vector, NumberDataViewType.Single, false, new SchemaShape([slotNames]));
        return new SchemaShape(inputSchema.Where(column => column.Name != _outputColumnName).Append(output));
    }
}
