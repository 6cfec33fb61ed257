namespace MLNet.LossExperiments.Host.Tables;

/// <summary>Gathers the values of a column while its file is read.</summary>
internal abstract class ColumnBuilder
{
    public static ColumnBuilder For(ColumnKind kind) => kind == ColumnKind.Number ? new Numbers() : new Categories();

    /// <summary>Takes the next row's text; false if the column cannot hold it.</summary>
    public abstract bool TryAdd(string text);

    public abstract Column Build(string name);

    private sealed class Numbers : ColumnBuilder
    {
        private readonly List<float> _values = [];

        public override bool TryAdd(string text)
        {
            float number = float.NaN;
            if (!Cell.IsMissing(text) && !Cell.TryReadNumber(text, out number))
                return false;
            _values.Add(number);
            return true;
        }

        public override Column Build(string name) => new NumberColumn(name, [.. _values]);
    }

    private sealed class Categories : ColumnBuilder
    {
        private readonly Dictionary<string, int> _codes = new(StringComparer.Ordinal);
        private readonly List<int> _rows = [];

        public override bool TryAdd(string text)
        {
            _rows.Add(Cell.IsMissing(text) ? CategoryColumn.Missing : CodeOf(text.Trim()));
            return true;
        }

        public override Column Build(string name) => new CategoryColumn(name, [.. _codes.OrderBy(pair => pair.Value).Select(pair => pair.Key)], [.. _rows]);

        private int CodeOf(string word)
        {
            if (!_codes.TryGetValue(word, out int code))
                _codes.Add(word, code = _codes.Count);
            return code;
        }
    }
}
