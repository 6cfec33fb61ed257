using System.Globalization;

namespace MLNet.LossExperiments.Host.Formats;

/// <summary>Gives each column a name of its own.</summary>
internal static class ColumnNames
{
    /// <summary>The names in the header; <c>col0</c>, <c>col1</c> ... as in mlnet where there is none; a name that comes again is numbered.</summary>
    public static IReadOnlyList<string> From(IReadOnlyList<string> firstRow, bool hasHeader)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var names = new string[firstRow.Count];
        for (int i = 0; i < names.Length; i++)
        {
            string name = hasHeader ? firstRow[i].Trim() : "";
            names[i] = Claim(name.Length > 0 ? name : string.Create(CultureInfo.InvariantCulture, $"col{i}"), taken);
        }
        return names;
    }

    /// <summary>Takes the name wanted or, where it is taken already, the first free one of name_2, name_3 ...</summary>
    public static string Claim(string wanted, ISet<string> taken)
    {
        string name = wanted;
        for (int number = 2; !taken.Add(name); number++)
            name = string.Create(CultureInfo.InvariantCulture, $"{wanted}_{number}");
        return name;
    }
}
