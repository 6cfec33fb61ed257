namespace MLNet.LossExperiments.Host.Formats;

/// <summary>Goes through the rows of a table once, in order.</summary>
/// <param name="cells">What texts in cells mean.</param>
internal abstract class RowReader(CellFormat cells) : IDisposable
{
    /// <summary>Where the current row is in its file, from 1: its line, or its number where there are no lines.</summary>
    public abstract int Place { get; }

    /// <summary>Goes to the next row; false at the end.</summary>
    /// <exception cref="CommandException">The row is not as it must be.</exception>
    public abstract bool Read();

    /// <summary>The text of a value of the current row; empty where the file holds none.</summary>
    public abstract string TextOf(int column);

    public virtual bool IsMissing(int column) => cells.IsMissing(TextOf(column));

    /// <summary>Reads a number, NaN where it is missing; false where something else stands there.</summary>
    public virtual bool TryReadNumber(int column, out float number)
    {
        string text = TextOf(column);
        // A number may stand for a missing value.
        if (!(cells.HasMissingNumbers && cells.IsMissing(text)) && cells.TryReadNumber(text, out number))
            return true;
        number = float.NaN;
        return cells.IsMissingNumber(text);
    }

    /// <summary>Reads a number with 64 bits; false where it is missing, or something else stands there.</summary>
    public virtual bool TryReadPrecise(int column, out double number)
    {
        number = double.NaN;
        return !IsMissing(column) && cells.TryReadPrecise(TextOf(column), out number);
    }

    /// <summary>Whether <see cref="TryReadNumber"/> refused a value that is a number if the other mark stands before fractions.</summary>
    public virtual bool IsNumberWithOtherMark(int column) => cells.IsNumberWithOtherMark(TextOf(column));

    /// <summary>Whether <see cref="TryReadNumber"/> refused a value that 64 bits can hold.</summary>
    public bool IsBeyond32Bits(int column) => cells.IsBeyond32Bits(TextOf(column));

    /// <summary>Why <see cref="TryReadNumber"/> refused a value, as what follows it in a sentence: "is not a number".</summary>
    public string WhyNoNumber(int column) => cells.WhyNoNumber(TextOf(column));

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool isDisposing);
}
