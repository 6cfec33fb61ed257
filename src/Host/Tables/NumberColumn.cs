using System.Globalization;
using MLNet.LossExperiments.Host.Formats;

namespace MLNet.LossExperiments.Host.Tables;

/// <summary>A column of numbers, NaN where missing.</summary>
internal sealed class NumberColumn(string name, float[] values) : Column(name)
{
    public override ColumnKind Kind => ColumnKind.Number;

    public float this[int row] => values[row];

    public override bool IsMissing(int row) => float.IsNaN(values[row]);

    public override string TextOf(int row) => IsMissing(row) ? "" : values[row].ToString(CultureInfo.InvariantCulture);
}
