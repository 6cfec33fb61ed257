using System.Globalization;

namespace MLNet.LossExperiments.Catalogs;

/// <summary>A parameter of something that a catalog knows by name, as in <c>huber:delta=1</c>.</summary>
public sealed class CatalogParameter
{
    private const char ListSeparator = '/';

    private readonly Func<string, object?> _read;

    private CatalogParameter(string name, string defaultText, string meaning, string allowed, Func<string, object?> read)
    {
        Name = name;
        Default = defaultText;
        Meaning = meaning;
        Allowed = allowed;
        _read = read;
        DefaultValue = read(defaultText) ?? throw new ArgumentException($"The default of '{name}', {defaultText}, is not allowed.", nameof(defaultText));
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Its value where none is given, as text.</summary>
    public string Default { get; }

    /// <summary>What it is, in a sentence.</summary>
    public string Meaning { get; }

    /// <summary>What is allowed, to complete "must be …".</summary>
    public string Allowed { get; }

    internal object DefaultValue { get; }

    internal static CatalogParameter Number(string name, double value, NumberRange range, string meaning) =>
        new(name, Text(value), meaning, range.ToString(), text => TryNumber(text, out double number) && range.Contains(number) ? number : null);

    internal static CatalogParameter Integer(string name, int value, int minimum, string meaning) =>
        new(name, Text(value), meaning, $"a whole number of at least {minimum}",
            text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) && number >= minimum ? number : null);

    /// <summary>Numbers with a slash between them.</summary>
    internal static CatalogParameter Numbers(string name, IReadOnlyList<double> values, NumberRange range, string meaning) =>
        new(name, Text(values), meaning, $"numbers such as {Text(values)}, each {range}", text => ReadNumbers(text, range));

    internal static CatalogParameter Truth(string name, bool value, string meaning) =>
        new(name, value ? "true" : "false", meaning, "true or false", text => bool.TryParse(text, out bool truth) ? truth : null);

    internal static CatalogParameter Word(string name, IReadOnlyList<string> words, string meaning) =>
        new(name, words[0], meaning, string.Join(" or ", words), text => words.FirstOrDefault(word => word.Equals(text, StringComparison.OrdinalIgnoreCase)));

    /// <summary>One of some words, or numbers with a slash between them.</summary>
    internal static CatalogParameter WordOrNumbers(string name, IReadOnlyList<string> words, NumberRange range, string meaning) =>
        new(name, words[0], meaning, $"{string.Join(" or ", words)}, or numbers such as 1{ListSeparator}2, each {range}",
            text => words.FirstOrDefault(word => word.Equals(text, StringComparison.OrdinalIgnoreCase)) ?? (object?)ReadNumbers(text, range));

    /// <summary>Reads a value; null if it is not allowed.</summary>
    internal object? Read(string text) => _read(text.Trim());

    /// <summary>Writes a value as <see cref="Read"/> reads it.</summary>
    internal static string Text(object value) => value switch
    {
        bool truth => truth ? "true" : "false",
        string word => word,
        IEnumerable<double> numbers => string.Join(ListSeparator, numbers.Select(number => Text(number))),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"A {value.GetType()} is no value of a parameter.", nameof(value)),
    };

    private static bool TryNumber(string text, out double number) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);

    private static double[]? ReadNumbers(string text, NumberRange range)
    {
        string[] parts = text.Split(ListSeparator);
        var numbers = new double[parts.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            if (!TryNumber(parts[i], out numbers[i]) || !range.Contains(numbers[i]))
                return null;
        }
        return numbers;
    }
}
