using MLNet.LossExperiments.Host.Formats;

namespace MLNet.LossExperiments.Host.Tables;

/// <summary>The values of a column, in memory.</summary>
internal abstract class Column(string name)
{
    public string Name => name;

    public abstract ColumnKind Kind { get; }

    public abstract bool IsMissing(int row);

    /// <summary>The value as a user would write it; empty where missing.</summary>
    public abstract string TextOf(int row);
}
