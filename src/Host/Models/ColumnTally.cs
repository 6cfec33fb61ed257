using System.Globalization;
using MLNet.LossExperiments.Host.Columns;
using MLNet.LossExperiments.Host.Formats;
using MLNet.LossExperiments.Host.Tables;

namespace MLNet.LossExperiments.Host.Models;

/// <summary>Counts what new rows lack in a column, or have that training did not know.</summary>
/// <param name="column">The column as training read it.</param>
internal sealed class ColumnTally(ModelReading.Column column)
{
    private static readonly string Boolean = ColumnTypes.Text(ColumnKind.Boolean);
    private static readonly string Category = ColumnTypes.Text(ColumnKind.Category);

    private readonly HashSet<string>? _known = column.Values is { } values ? [.. values] : null;
    private int _lastPlace = -1;

    /// <summary>The column.</summary>
    public string Name => column.Name;

    /// <summary>The rows without a value.</summary>
    public long Missing { get; private set; }

    /// <summary>The rows with a value that training did not know.</summary>
    public long Unknown { get; private set; }

    /// <summary>The first value that training did not know; null where there was none.</summary>
    public string? Example { get; private set; }

    /// <summary>What to tell of it; nothing where all is as in training.</summary>
    public IEnumerable<(string Sentence, bool IsWarning)> Describe()
    {
        if (Missing > 0)
            yield return (string.Create(CultureInfo.InvariantCulture, $"{Name}: {Missing:N0} {(Missing == 1 ? "value is" : "values are")} missing{(column.Kind == Category ? "" : "; the mean of the training rows stands in")}."), false);
        if (Unknown > 0)
            yield return (string.Create(CultureInfo.InvariantCulture, $"{Name}: {Unknown:N0} {(Unknown == 1 ? "value is" : "values are")} unknown to the model (the first is {CellText.Quote(Example!)}){(column.Kind == Boolean ? $" and {(Unknown == 1 ? "counts" : "count")} as missing" : "")}."), true);
    }

    /// <summary>Takes a value that is missing. A model may ask for a row's value several times.</summary>
    /// <param name="place">The row's place.</param>
    public void AddMissing(int place) => Missing += IsNew(place) ? 1 : 0;

    /// <summary>Takes a text.</summary>
    /// <returns>Whether the model can make something of it; otherwise it counts as missing.</returns>
    public bool Add(int place, string text)
    {
        bool isKnown = column.Kind == Boolean ? TruthWords.Read(text) is not null : _known?.Contains(text) != false;
        if (!isKnown && IsNew(place))
        {
            Unknown++;
            Example ??= text;
        }
        return isKnown || column.Kind != Boolean;
    }

    private bool IsNew(int place)
    {
        bool isNew = place != _lastPlace;
        _lastPlace = place;
        return isNew;
    }
}
