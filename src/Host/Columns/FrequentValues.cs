using System.Globalization;
using MLNet.LossExperiments.Host.Tables;

namespace MLNet.LossExperiments.Host.Columns;

/// <summary>
/// The values of a category that have slots of their own, where others are too rare to learn anything of. Rare values share the place where all slots are 0 with missing values and those that training never saw (much as scikit-learn's OneHotEncoder
/// puts infrequent and unknown ones together).
/// </summary>
/// <param name="Texts">The frequent values, in the order of their characters.</param>
/// <param name="Rare">The number of rare values.</param>
/// <param name="FewestRows">The number of rows from which on a value is frequent.</param>
internal sealed record FrequentValues(IReadOnlyList<string> Texts, int Rare, int FewestRows)
{
    private const int EnoughRows = 5;
    private const double EnoughShare = 0.01;

    /// <summary>Null where every value is frequent, or a single one is rare: it would share its place with nothing.</summary>
    public static FrequentValues? Of(Column column, TableRows rows)
    {
        int fewest = Math.Min(EnoughRows, (int)Math.Ceiling(EnoughShare * rows.Count));
        Dictionary<string, int> counts = rows.Rows.Where(row => !column.IsMissing(row)).CountBy(column.TextOf, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        int rare = counts.Values.Count(count => count < fewest);
        return rare < 2 ? null : new FrequentValues([.. counts.Where(pair => pair.Value >= fewest).Select(pair => pair.Key).Order(StringComparer.Ordinal)], rare, fewest);
    }

    /// <summary>Says which values share a place.</summary>
    public string Describe(string column) =>
        string.Create(CultureInfo.InvariantCulture, $"{column}: {Rare} of {Rare + Texts.Count} values are in fewer than {FewestRows} rows of the training set; they share one place with missing values and those that training does not know.");

    public bool Equals(FrequentValues? other) => other is not null && Rare == other.Rare && FewestRows == other.FewestRows && Texts.SequenceEqual(other.Texts);

    public override int GetHashCode() => HashCode.Combine(Rare, FewestRows, Texts.Count);
}
