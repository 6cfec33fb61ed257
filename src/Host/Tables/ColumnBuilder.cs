using MLNet.LossExperiments.Host.Formats;

namespace MLNet.LossExperiments.Host.Tables;

/// <summary>Gathers the values of a column while its file is read.</summary>
internal abstract class ColumnBuilder
{
    public static ColumnBuilder For(ColumnKind kind) => kind == ColumnKind.Number ? new Numbers() : new Words(kind);

    /// <summary>Takes the value of the current row; false if the column cannot hold it.</summary>
    public abstract bool TryAdd(RowReader rows, int column);

    public abstract Column Build(string name);

    private sealed class Numbers : ColumnBuilder
    {
        private readonly List<float> _values = [];

        public override bool TryAdd(RowReader rows, int column)
        {
            if (!rows.TryReadNumber(column, out float number))
                return false;
            _values.Add(number);
            return true;
        }

        public override Column Build(string name) => new NumberColumn(name, [.. _values]);
    }

    private sealed class Words(ColumnKind kind) : ColumnBuilder
    {
        private readonly Dictionary<string, int> _codes = new(StringComparer.Ordinal);
        private readonly List<int> _rows = [];

        public override bool TryAdd(RowReader rows, int column)
        {
            _rows.Add(rows.IsMissing(column) ? WordColumn.Missing : CodeOf(rows.TextOf(column).Trim()));
            return true;
        }

        public override Column Build(string name) => new WordColumn(name, kind, [.. _codes.OrderBy(pair => pair.Value).Select(pair => pair.Key)], [.. _rows]);

        private int CodeOf(string word)
        {
            if (!_codes.TryGetValue(word, out int code))
                _codes.Add(word, code = _codes.Count);
            return code;
        }
    }
}
