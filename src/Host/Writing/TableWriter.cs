namespace MLNet.LossExperiments.Host.Writing;

/// <summary>Writes a table row by row: the values of a row in the order of the columns, then its end.</summary>
internal abstract class TableWriter : IDisposable
{
    /// <summary>Writes a number; NaN is written as no value.</summary>
    public abstract void Number(float value);

    /// <summary>Writes a number of 64 bits, into a column that is precise; NaN is written as no value.</summary>
    public virtual void Precise(double value) => Number((float)value);

    /// <summary>Writes a text; an empty one is written as no value.</summary>
    public abstract void Text(ReadOnlySpan<char> value);

    public abstract void EndRow();

    /// <summary>Writes what is still held back. Without it the table is not whole.</summary>
    public abstract void Complete();

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool isDisposing)
    {
    }
}
