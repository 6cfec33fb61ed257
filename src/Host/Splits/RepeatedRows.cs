using MLNet.LossExperiments.Host.Columns;
using MLNet.LossExperiments.Host.Tables;
using MLNet.LossExperiments.Simd;

namespace MLNet.LossExperiments.Host.Splits;

/// <summary>Finds rows that are alike in all features, by a hash of each row: what is known from training is no test of it.</summary>
internal sealed class RepeatedRows
{
    private readonly IReadOnlyList<string> _features;
    private readonly string _label;
    private readonly Dictionary<ulong, int> _first = [];
    private readonly Dictionary<ulong, int> _firstWithLabel = [];
    private readonly TableRows _known;

    private RepeatedRows(ColumnRoles roles, TableRows known)
    {
        (_features, _label, _known) = (roles.Features, roles.Label, known);
        foreach ((int row, (ulong features, ulong all)) in known.Rows.Zip(HashesOf(known)))
        {
            _first.TryAdd(features, row);
            _firstWithLabel.TryAdd(all, row);
        }
    }

    /// <summary>Sentences about rows of a set that stand among the training rows too.</summary>
    /// <param name="roles">The columns.</param>
    /// <param name="training">The training rows.</param>
    /// <param name="sets">The other sets, by name.</param>
    public static IEnumerable<string> Across(ColumnRoles roles, TableRows training, IEnumerable<(string Name, TableRows Rows)> sets)
    {
        var known = new RepeatedRows(roles, training);
        return sets.Select(set => known.Describe(set.Name, set.Rows)).OfType<string>();
    }

    /// <summary>A sentence about rows that are there more than once; null where none is.</summary>
    public static string? Within(ColumnRoles roles, TableRows rows)
    {
        var known = new RepeatedRows(roles, rows);
        (int Row, ulong Features, ulong All)[] hashed = [.. rows.Rows.Zip(known.HashesOf(rows), (row, hashes) => (row, hashes.Features, hashes.All))];
        (int Row, ulong Features, ulong All)[] repeated = [.. hashed.Where(row => known._firstWithLabel[row.All] != row.Row)];
        (int Row, ulong Features, ulong All)[] contradicting = [.. hashed.Where(row => known._firstWithLabel[row.All] == row.Row && known._first[row.Features] != row.Row)];
        if (repeated.Length == 0 && contradicting.Length == 0)
            return null;
        (int row, ulong features, ulong all) = repeated.Length > 0 ? repeated[0] : contradicting[0];
        string first = known.Place(repeated.Length > 0 ? known._firstWithLabel[all] : known._first[features]);
        return $"Duplicates: {repeated.Length} of {rows.Count} rows repeat an earlier one, and {contradicting.Length} repeat its features with another label ({rows.Table.Source.RowNoun} {rows.Table.Places[row]} as {first}). "
            + "They can be on both sides of a split, which makes held out rows look easier than new ones.";
    }

    private string? Describe(string name, TableRows rows)
    {
        int same = 0, other = 0;
        (int Row, int Known)? example = null;
        foreach ((int row, (ulong features, ulong all)) in rows.Rows.Zip(HashesOf(rows)))
        {
            if (!_first.TryGetValue(features, out int known))
                continue;
            bool isSame = _firstWithLabel.TryGetValue(all, out int twin);
            (same, other) = isSame ? (same + 1, other) : (same, other + 1);
            example ??= (row, isSame ? twin : known);
        }
        return example is not var (found, from)
            ? null
            : $"Duplicates: {same} of {rows.Count} {name} rows are in the training set as well, and {other} with another label ({rows.Table.Source.RowNoun} {rows.Table.Places[found]} as {Place(from)}).";
    }

    private string Place(int row) => $"{_known.Table.Source.RowNoun} {_known.Table.Places[row]}";

    private IEnumerable<(ulong Features, ulong All)> HashesOf(TableRows rows)
    {
        Column[] columns = [.. _features.Select(name => rows.Table[name])];
        Column label = rows.Table[_label];
        foreach (int row in rows.Rows)
        {
            ulong features = 0;
            foreach (Column column in columns)
                features = StreamStart.Join(features, HashOf(column, row));
            yield return (features, StreamStart.Join(features, HashOf(label, row)));
        }
    }

    private static ulong HashOf(Column column, int row)
    {
        if (column.IsMissing(row))
            return ulong.MaxValue;
        return column is NumberColumn numbers
            ? BitConverter.DoubleToUInt64Bits(numbers[row])
            : column.TextOf(row).Aggregate(0UL, (hash, letter) => StreamStart.Join(hash, letter));
    }
}
