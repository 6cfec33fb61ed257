using MLNet.LossExperiments.Host.Formats;

namespace MLNet.LossExperiments.Host.Writing;

/// <summary>
/// Copies rows of a table into another format without loss: into text with separators the texts as they stand, but numbers with a decimal point; elsewhere numbers with 64 bits, and nothing where a value is missing.
/// Cells that are cleaned are as training reads them, whatever the format.
/// </summary>
internal sealed class RowCopy
{
    private readonly TableSource _source;
    private readonly TableFormat _format;
    private readonly bool[] _areNumbers;
    private readonly bool _hasDecimalCommas;
    private readonly bool _cleans;
    private readonly ClassLabel? _classes;

    /// <param name="source">The table.</param>
    /// <param name="kinds">What its columns hold.</param>
    /// <param name="format">The format to copy into.</param>
    /// <param name="cleans">Whether text with separators, too, has nothing where a value is missing, no spaces around texts, and plain numbers.</param>
    /// <param name="classes">The column that names classes, which are texts as they are written; null where there is none.</param>
    public RowCopy(TableSource source, IReadOnlyList<ColumnKind> kinds, TableFormat format, bool cleans = false, ClassLabel? classes = null)
    {
        _source = source;
        _format = format;
        _cleans = cleans;
        _classes = classes;
        _areNumbers = [.. kinds.Select((kind, place) => kind == ColumnKind.Number && place != classes?.Place)];
        _hasDecimalCommas = source.DecimalMark.Character == ',';
        Columns = [.. source.ColumnNames.Zip(_areNumbers, (name, isNumber) => new OutputColumn(name, isNumber, IsPrecise: isNumber))];
    }

    public IReadOnlyList<OutputColumn> Columns { get; }

    // Other formats cannot say that a value is missing by a word.
    private bool KeepsTexts => _format is TableFormat.Csv or TableFormat.Tsv && !_cleans;

    /// <summary>Writes the current row.</summary>
    /// <exception cref="CommandException">Text stands where the format can only hold a number.</exception>
    public void Write(RowReader rows, TableWriter writer)
    {
        for (int column = 0; column < _areNumbers.Length; column++)
        {
            if (_areNumbers[column] && !(KeepsTexts && !_hasDecimalCommas))
                WriteNumber(rows, writer, column);
            else
                writer.Text(!KeepsTexts && rows.IsMissing(column) ? "" : _cleans ? Clean(rows.TextOf(column).Trim(), column) : rows.TextOf(column));
        }
        writer.EndRow();
    }

    private string Clean(string text, int column) => column == _classes?.Place ? _classes.Folding.NameOf(text) : text;

    private void WriteNumber(RowReader rows, TableWriter writer, int column)
    {
        string text = rows.TextOf(column);
        if (rows.TryReadNumber(column, out float number))
            writer.Precise(float.IsNaN(number) ? double.NaN : Precise(rows, column, number));
        else if (rows.IsBeyond32Bits(column))
            writer.Precise(Precise(rows, column, number));
        else if (_format != TableFormat.Parquet && !rows.IsNumberWithOtherMark(column))
            writer.Text(text);
        else
            throw CommandException.Failure($"{_source.PlaceOf(rows.Place)}, column '{_source.ColumnNames[column]}': {CellText.Quote(text)} {rows.WhyNoNumber(column)}, as the column's other values are. Correct it, or say that the column holds categories with --column-type {_source.ColumnNames[column]}=category.");
    }

    // What was read as a number is read again with all its digits.
    private static double Precise(RowReader rows, int column, float number) => rows.TryReadPrecise(column, out double precise) ? precise : number;
}
