using MLNet.LossExperiments.Host.Columns;
using MLNet.LossExperiments.Host.Formats;
using MLNet.LossExperiments.Host.Settings;
using MLNet.LossExperiments.Host.Tables;

namespace MLNet.LossExperiments.Host.Models;

/// <summary>How the rows that a model was trained on were read. It is saved in the model's file, so that new rows are read in the same way.</summary>
/// <param name="Format">What the file of the training rows was found to be.</param>
/// <param name="Given">The reading options that the user gave, by their names without dashes.</param>
/// <param name="Found">All reading options with the values that were used, those found in the file among them.</param>
/// <param name="Columns">The columns that were read: the label, the weight and the features.</param>
internal sealed record ModelReading(
    string Format,
    IReadOnlyDictionary<string, string> Given,
    IReadOnlyDictionary<string, string> Found,
    IReadOnlyList<ModelReading.Column> Columns)
{
    /// <param name="given">The reading options that the user gave.</param>
    /// <param name="training">The training rows.</param>
    /// <param name="roles">What its columns are for.</param>
    /// <param name="features">The columns that were learned from.</param>
    public static ModelReading Of(ReadingOptions given, TableRows training, ColumnRoles roles, IReadOnlyList<Feature> features) => new(
        training.Table.Source.Description,
        TextsOf(given),
        TextsOf(training.Table.Source.Reading),
        [
            new Column(roles.Label, ColumnTypes.Text(training.Table[roles.Label].Kind), "label"),
            .. roles.Weight is { } weight ? [new Column(weight, ColumnTypes.Text(ColumnKind.Number), "weight")] : (Column[])[],
            .. features.Select(feature => new Column(feature.Name, ColumnTypes.Text(feature.Kind), "feature", feature.Kind == ColumnKind.Category ? ValuesOf(training, feature.Name) : null)),
        ]);

    /// <summary>What counts the values of the columns that are learned from, by their names.</summary>
    public IReadOnlyDictionary<string, ColumnTally> Tallies() =>
        Columns.Where(column => column.Role == "feature").ToDictionary(column => column.Name, column => new ColumnTally(column), StringComparer.Ordinal);

    /// <summary>How other rows for the model are to be read: as the training rows were, but for what is said.</summary>
    /// <param name="said">What the user says of the file of the other rows.</param>
    public ReadingOptions For(ReadingOptions said)
    {
        ReadingOptions given = ReadingSettings.Parse(Given), found = ReadingSettings.Parse(Found);
        return said with
        {
            HasHeader = said.HasHeader ?? found.HasHeader,
            Separator = said.Separator ?? given.Separator,
            DecimalMark = said.DecimalMark ?? given.DecimalMark,
            Encoding = said.Encoding ?? given.Encoding,
            MissingMarkers = said.MissingMarkers.Count > 0 ? said.MissingMarkers : found.MissingMarkers,
            SkipLines = said.SkipLines ?? given.SkipLines,
            Comment = said.Comment ?? given.Comment,
            ExactClasses = said.ExactClasses || given.ExactClasses,
            Trained = new TrainedReading(found.Separator, found.DecimalMark),
        };
    }

    /// <summary>A sentence for each option with which the user departs from how the training rows were read.</summary>
    /// <param name="said">What the user says of the file of the other rows.</param>
    public IEnumerable<string> DescribeDepartures(ReadingOptions said) =>
        from option in TextsOf(said)
        let trained = Found.GetValueOrDefault(option.Key)
        where trained is not null && trained != option.Value
        select $"--{option.Key} {option.Value} replaces '{trained}', with which the model's training rows were read.";

    // Enough for categories with slots of their own; of more, hashes tell nothing.
    private static string[]? ValuesOf(TableRows training, string name)
    {
        Tables.Column column = training.Table[name];
        string[] values = [.. training.Rows.Where(row => !column.IsMissing(row)).Select(column.TextOf).Distinct(StringComparer.Ordinal).Take(ColumnTypes.UsualMostCategories + 1)];
        return values.Length > ColumnTypes.UsualMostCategories ? null : [.. values.Order(StringComparer.Ordinal)];
    }

    private static Dictionary<string, string> TextsOf(ReadingOptions options) => ReadingSettings.Show(options).ToDictionary(option => option.Key, option => $"{option.Value}");

    /// <summary>A column that was read.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Kind">What it holds: number, category, boolean or date.</param>
    /// <param name="Role">What it is for: label, weight or feature.</param>
    /// <param name="Values">The values of a category in the training rows; null where it is no category, or has more than 1,000.</param>
    internal sealed record Column(string Name, string Kind, string Role, IReadOnlyList<string>? Values = null);
}
