using System.Globalization;
using MLNet.LossExperiments.Host.Formats;
using MLNet.LossExperiments.Host.Tables;

namespace MLNet.LossExperiments.Host.Learning;

/// <summary>The classes that a label column names.</summary>
internal static class LabelClasses
{
    private const int MostWithoutDoubt = 100;
    private const double MostOfRows = 0.2;

    /// <summary>The classes in order: numbers by value, words by character.</summary>
    /// <exception cref="CommandException">There is only one, or so many that they are none.</exception>
    public static IReadOnlyList<string> Find(TableRows rows, string label)
    {
        Column column = rows.Table[label];
        string[] classes = [.. rows.Rows.Select(column.TextOf).Distinct(StringComparer.Ordinal)];
        if (classes.Length == 1)
            throw CommandException.Failure($"{rows.Table.FileName}, column '{label}': every row is of class {CellText.Quote(classes[0])}, but there must be at least two classes to tell apart.");
        if (classes.Length > MostWithoutDoubt && classes.Length > MostOfRows * rows.Count)
        {
            string advice = AreNumbers(classes) ? "To predict numbers use mlnet-loss regression." : "Choose another column with --label-col.";
            throw CommandException.Failure($"{rows.Table.FileName}, column '{label}': {classes.Length} different values in {rows.Count} rows are no classes. {advice}");
        }
        return [.. Order(classes)];
    }

    /// <summary>Classes in order: numbers by value, words by character.</summary>
    public static IEnumerable<string> Order(IReadOnlyCollection<string> classes) => AreNumbers(classes)
        ? classes.OrderBy(Value).ThenBy(name => name, StringComparer.Ordinal)
        : classes.Order(StringComparer.Ordinal);

    private static bool AreNumbers(IEnumerable<string> classes) => classes.All(name => Value(name) is not null);

    // Codes such as 007 are in order by their number, too.
    private static decimal? Value(string name) =>
        decimal.TryParse(name.Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out decimal value) ? value : null;
}
