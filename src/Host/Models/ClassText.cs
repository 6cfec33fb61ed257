using System.Globalization;
using MLNet.LossExperiments.Host.Writing;

namespace MLNet.LossExperiments.Host.Models;

/// <summary>Keeps the text of a single value instead of writing it.</summary>
internal sealed class ClassText : TableWriter
{
    public string Value { get; private set; } = "";

    public override void Number(float value) => Value = float.IsNaN(value) ? "" : value.ToString(CultureInfo.InvariantCulture);

    public override void Text(ReadOnlySpan<char> value) => Value = value.ToString();

    public override void EndRow()
    {
    }

    public override void Complete()
    {
    }
}
