using System.Globalization;
using System.Text;

namespace MLNet.LossExperiments.Host.Exports;

/// <summary>Makes C# of any text: identifiers and string literals.</summary>
internal static class CSharpNames
{
    // Every class has these.
    private static readonly string[] OfObject = [nameof(Equals), nameof(GetHashCode), nameof(GetType), nameof(ToString), nameof(ReferenceEquals), nameof(MemberwiseClone), "Finalize"];

    /// <summary>A property name for each column of a class, each another.</summary>
    /// <param name="columns">The names of the columns.</param>
    /// <param name="className">The name of the class, which no property may have.</param>
    public static IReadOnlyList<string> PropertiesOf(IEnumerable<string> columns, string className)
    {
        var taken = new HashSet<string>(OfObject.Append(className), StringComparer.Ordinal);
        return [.. columns.Select(column => Claim(Identifier(column, "Column"), taken))];
    }

    /// <summary>Words run together, each with a capital at its start; starts with a capital, so it is no keyword.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="prefix">An identifier that comes first where the text has no letter to start with.</param>
    public static string Identifier(string text, string prefix)
    {
        var identifier = new StringBuilder();
        bool startsWord = true;
        foreach (char character in text)
        {
            if (char.IsLetter(character) || char.IsAsciiDigit(character) || (character == '_' && identifier.Length > 0))
                identifier.Append(startsWord ? char.ToUpperInvariant(character) : character);
            startsWord = !char.IsLetterOrDigit(character);
        }
        // Letters without capitals, such as Chinese ones, are no keywords either.
        return identifier.Length > 0 && char.IsLetter(identifier[0]) ? identifier.ToString() : $"{prefix}{identifier}";
    }

    /// <summary>A string literal, quotes and all.</summary>
    public static string Literal(string text)
    {
        var literal = new StringBuilder("\"");
        foreach (char character in text)
        {
            if (character is '"' or '\\')
                literal.Append('\\').Append(character);
            else if (character is >= ' ' and <= '~' || char.IsLetterOrDigit(character))
                literal.Append(character);
            else
                literal.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}");
        }
        return literal.Append('"').ToString();
    }

    private static string Claim(string wish, HashSet<string> taken)
    {
        string name = wish;
        for (int number = 2; !taken.Add(name); number++)
            name = string.Create(CultureInfo.InvariantCulture, $"{wish}{number}");
        return name;
    }
}
