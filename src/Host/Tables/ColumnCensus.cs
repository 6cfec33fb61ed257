namespace MLNet.LossExperiments.Host.Tables;

/// <summary>How many values of a column are what.</summary>
internal sealed class ColumnCensus(string name)
{
    /// <summary>One in twenty values may be no number before a column counts as one of categories.</summary>
    private const int NumbersPerSlip = 20;

    private int _numbers;
    private int _texts;

    public string Name => name;

    /// <summary>Whether every value is a number; true also where all are missing.</summary>
    public bool IsAllNumbers => _texts == 0;

    /// <summary>
    /// A number, if at most 5 % of the values (or a single one) are not numbers and most are: those few are slips, and reading the column will say where.
    /// </summary>
    public ColumnKind Kind
    {
        get
        {
            bool areSlips = _texts <= Math.Max(1, (_numbers + _texts) / NumbersPerSlip);
            return IsAllNumbers || (areSlips && _numbers > _texts) ? ColumnKind.Number : ColumnKind.Category;
        }
    }

    public void Add(string text)
    {
        if (Cell.IsMissing(text))
            return;
        if (Cell.TryReadNumber(text, out _))
            _numbers++;
        else
            _texts++;
    }
}
