using System.Runtime.InteropServices;
using MLNet.LossExperiments.Host.Formats;

namespace MLNet.LossExperiments.Host.Descriptions;

/// <summary>Counts what is in a column while its file is read.</summary>
internal abstract class ColumnTally(string name, ColumnKind kind)
{
    private const int MostFrequent = 10;

    private protected int Missing { get; set; }

    public static ColumnTally For(string name, ColumnKind kind) => kind == ColumnKind.Number ? new Numbers(name) : new Words(name, kind);

    /// <summary>Takes the value of the current row.</summary>
    public abstract void Add(TableSource source, RowReader rows, int column);

    public ColumnSummary Summarise()
    {
        (int distinct, NumberSummary? numbers, IReadOnlyList<ValueCount> frequent, int faulty, string? firstFault) = Finish();
        return new ColumnSummary(name, kind, Missing, distinct, numbers, [.. frequent.Take(MostFrequent)], faulty, firstFault);
    }

    /// <summary>How many rows have each value, in the order of the values: numbers by size, words by character.</summary>
    public abstract IReadOnlyList<ValueCount> CountValues();

    private protected abstract (int Distinct, NumberSummary? Numbers, IReadOnlyList<ValueCount> Frequent, int Faulty, string? FirstFault) Finish();

    private sealed class Numbers(string name) : ColumnTally(name, ColumnKind.Number)
    {
        private readonly List<float> _values = [];
        private int _faulty;
        private string? _firstFault;

        public override void Add(TableSource source, RowReader rows, int column)
        {
            if (!rows.TryReadNumber(column, out float number))
            {
                _faulty++;
                _firstFault ??= $"{source.PlaceOf(rows.Place)}: {CellText.Quote(rows.TextOf(column))} {rows.WhyNoNumber(column)}";
            }
            else if (float.IsNaN(number))
            {
                Missing++;
            }
            else
            {
                _values.Add(number);
            }
        }

        public override IReadOnlyList<ValueCount> CountValues() =>
            [.. _values.CountBy(value => value).OrderBy(count => count.Key).Select(count => new ValueCount(count.Key.ToString(System.Globalization.CultureInfo.InvariantCulture), count.Value))];

        private protected override (int, NumberSummary?, IReadOnlyList<ValueCount>, int, string?) Finish()
        {
            NumberSummary? summary = _values.Count == 0 ? null : NumberSummary.Of(CollectionsMarshal.AsSpan(_values));
            return (summary?.Distinct ?? 0, summary, [], _faulty, _firstFault);
        }
    }

    private sealed class Words(string name, ColumnKind kind) : ColumnTally(name, kind)
    {
        private readonly Dictionary<string, int> _rows = new(StringComparer.Ordinal);

        public override void Add(TableSource source, RowReader rows, int column)
        {
            if (rows.IsMissing(column))
                Missing++;
            else
                CollectionsMarshal.GetValueRefOrAddDefault(_rows, rows.TextOf(column).Trim(), out _)++;
        }

        public override IReadOnlyList<ValueCount> CountValues() => [.. _rows.OrderBy(word => word.Key, StringComparer.Ordinal).Select(word => new ValueCount(word.Key, word.Value))];

        private protected override (int, NumberSummary?, IReadOnlyList<ValueCount>, int, string?) Finish() =>
            (_rows.Count, null, [.. CountValues().OrderByDescending(count => count.Rows)], 0, null);
    }
}
