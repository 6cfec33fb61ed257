using MLNet.LossExperiments.Features;
using MLNet.LossExperiments.Host.Formats;

namespace MLNet.LossExperiments.Host.Tables;

/// <summary>How many values of a column are what.</summary>
/// <param name="name">The column's name.</param>
/// <param name="known">What it holds, where its file or the user says so; null to find out.</param>
internal sealed class ColumnCensus(string name, ColumnKind? known = null)
{
    /// <summary>One in twenty values may be no number before a column counts as one of categories.</summary>
    private const int NumbersPerSlip = 20;

    // Two numbers may stand for false and true.
    private const int MostOfTruths = 2;

    private int _numbers;
    private int _texts;
    private int _truths;
    private int _dates;
    private int _otherMarks;
    private int _wordsForNothing;
    private readonly HashSet<float> _firstNumbers = [];

    public string Name => name;

    /// <summary>Whether what it holds was said, not found out.</summary>
    public bool IsKnown => known is not null;

    /// <summary>Whether every value is a number; true also where all are missing.</summary>
    public bool IsAllNumbers => known is { } kind ? kind == ColumnKind.Number : _texts == 0;

    /// <summary>Whether there are more than two different numbers.</summary>
    public bool HasManyNumbers => _firstNumbers.Count > MostOfTruths;

    /// <summary>
    /// A number, if at most 5 % of the values (or a single one) are not numbers and most are: those few are slips, and reading the column will say where.
    /// Truth values or dates, if all are; otherwise categories.
    /// </summary>
    public ColumnKind Kind
    {
        get
        {
            if (known is { } kind)
                return kind;
            // Numbers with the other decimal mark are no words: reading the column will say where they are.
            if (_texts > 0 && _otherMarks == _texts)
                return ColumnKind.Number;
            if (_texts > 0 && _numbers == 0)
                return _texts == _truths && _wordsForNothing == 0 ? ColumnKind.Boolean : _texts == _dates ? ColumnKind.Date : ColumnKind.Category;
            bool areSlips = _texts <= Math.Max(1, (_numbers + _texts) / NumbersPerSlip);
            return IsAllNumbers || (areSlips && _numbers > _texts) ? ColumnKind.Number : ColumnKind.Category;
        }
    }

    /// <summary>Counts a value.</summary>
    /// <param name="rows">The rows, at one of them.</param>
    /// <param name="column">The column's place.</param>
    public void Add(RowReader rows, int column)
    {
        if (!rows.TryReadNumber(column, out float number))
            AddText(rows, column);
        else if (!float.IsNaN(number))
            AddNumber(number);
        else if (!rows.IsMissing(column))
            _wordsForNothing++;
    }

    private void AddNumber(float number)
    {
        _numbers++;
        if (_firstNumbers.Count <= MostOfTruths)
            _firstNumbers.Add(number);
    }

    private void AddText(RowReader rows, int column)
    {
        string text = rows.TextOf(column);
        _texts++;
        _otherMarks += rows.IsNumberWithOtherMark(column) ? 1 : 0;
        // Once one value is none, the column is none.
        if (_truths == _texts - 1 && TruthWords.Read(text) is not null)
            _truths++;
        if (_dates == _texts - 1 && DateFormats.TryRead(text, out _))
            _dates++;
    }
}
