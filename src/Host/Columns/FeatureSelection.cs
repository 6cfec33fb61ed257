using MLNet.LossExperiments.Host.Formats;
using MLNet.LossExperiments.Host.Tables;

namespace MLNet.LossExperiments.Host.Columns;

/// <summary>Chooses the columns that can be learned from, looking at the training rows alone.</summary>
/// <param name="Features">The columns to learn from.</param>
/// <param name="Dropped">The columns left out.</param>
internal sealed record FeatureSelection(IReadOnlyList<Feature> Features, IReadOnlyList<DroppedColumn> Dropped)
{
    /// <param name="names">The columns to choose from.</param>
    /// <param name="wanted">Those that the user wants learned from, by what was said of them.</param>
    /// <param name="mostCategories">From how many categories on they are hashed.</param>
    /// <param name="training">The training rows.</param>
    /// <exception cref="CommandException">None is left.</exception>
    public static FeatureSelection From(IReadOnlyList<string> names, IReadOnlySet<string> wanted, int mostCategories, TableRows training)
    {
        var features = new List<Feature>();
        var dropped = new List<DroppedColumn>();
        foreach (string name in names)
        {
            Column column = training.Table[name];
            ValueCount values = ValueCount.Of(column, training);
            if (FindObstacle(name, column, values, training.Count, wanted.Contains(name)) is { } obstacle)
            {
                dropped.Add(obstacle);
                continue;
            }
            bool isMissing = values.Filled < training.Count;
            bool isHashed = column.Kind == ColumnKind.Category && values.Different > mostCategories;
            FrequentValues? frequent = column.Kind == ColumnKind.Category && !isHashed ? FrequentValues.Of(column, training) : null;
            if (frequent is { Texts: [] })
            {
                dropped.Add(new(name, $"no text in {frequent.FewestRows} rows or more", IsSurprising: true));
                continue;
            }
            features.Add(new Feature(name, column.Kind, isMissing, isHashed) { Frequent = frequent });
        }
        return features.Count > 0
            ? new FeatureSelection(features, dropped)
            : throw CommandException.Failure($"No column is left to learn from{string.Concat(dropped.Select(column => $"; '{column.Name}' has {column.Reason}"))}.");
    }

    /// <summary>What columns were taken for, in sentences: nothing where all hold numbers.</summary>
    public IEnumerable<string> DescribeKinds()
    {
        foreach (IGrouping<string, Feature> kind in Features.Where(feature => feature.Kind != ColumnKind.Number).GroupBy(WordFor))
            yield return $"Taken for {kind.Key}: {string.Join(", ", kind.Select(feature => feature.Name))}";
        foreach (Feature feature in Features.Where(feature => feature.Frequent is not null))
            yield return feature.Frequent!.Describe(feature.Name);
    }

    /// <summary>What to say where rows have dates but are divided at random; null where that is not so.</summary>
    public string? DescribeDisorder(ColumnRoles roles) => roles.Time is null && roles.Group is null && Features.FirstOrDefault(feature => feature.Kind == ColumnKind.Date) is { } date
        ? $"Rows are divided at random. To train on the past and test on what comes after, say --time-col {date.Name}."
        : null;

    /// <summary>What columns were left out for, a sentence for each reason.</summary>
    public IEnumerable<(string Sentence, bool IsSurprising)> DescribeDropped() =>
        from dropped in Dropped
        group dropped by dropped.Reason into alike
        select ($"Left out for having {alike.Key}: {string.Join(", ", alike.Select(column => column.Name))}", alike.First().IsSurprising);

    private static string WordFor(Feature feature) => feature.Kind switch
    {
        ColumnKind.Boolean => "true or false",
        ColumnKind.Date => "dates",
        _ => feature.IsHashed ? "categories, which are so many that some share a slot" : "categories",
    };

    private static DroppedColumn? FindObstacle(string name, Column column, ValueCount values, int rows, bool isWanted) => values switch
    {
        { Filled: 0 } => new(name, "no value in the training set", IsSurprising: isWanted),
        { Different: 1 } when values.Filled == rows => new(name, "the same value in all of the training set", IsSurprising: isWanted),
        _ when column.Kind == ColumnKind.Category && !isWanted && values.AreAllDifferent => new(name, "a different text in each row, as identifiers have", IsSurprising: true),
        _ when column.Kind == ColumnKind.Category && !isWanted && values.AreMostDifferent => new(name, "almost as many texts as rows, as names have (--column-type NAME=category keeps such a column)", IsSurprising: true),
        _ => null,
    };

    /// <summary>How many values a column has.</summary>
    /// <param name="Filled">The rows with a value.</param>
    /// <param name="Different">The different values, as far as they were counted.</param>
    private readonly record struct ValueCount(int Filled, int Different)
    {
        // More are no names, but categories of a small file.
        private const int MostOfFewRows = 20;

        public bool AreAllDifferent => Different == Filled;

        public bool AreMostDifferent => Different > MostOfFewRows && 2 * (long)Different > Filled;

        public static ValueCount Of(Column column, TableRows rows)
        {
            var filled = rows.Rows.Where(row => !column.IsMissing(row));
            // Of a category it matters whether all differ, of others only whether any does.
            int enough = column.Kind == ColumnKind.Category ? int.MaxValue : 2;
            return new ValueCount(filled.Count(), filled.Select(column.TextOf).Distinct(StringComparer.Ordinal).Take(enough).Count());
        }
    }
}
