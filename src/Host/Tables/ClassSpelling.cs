using System.Globalization;
using System.Text.RegularExpressions;

namespace MLNet.LossExperiments.Host.Tables;

/// <summary>Tells when two texts are spellings of one class: numbers of one value, such as 1, 1.0 and 1,0, and words that differ in case or white space alone.</summary>
internal static partial class ClassSpelling
{
    // All digits that a decimal keeps for certain.
    private const int MostDigits = 28;

    // As wide as a decimal can be: dividing by it removes zeros at the end.
    private const decimal One = 1.0000000000000000000000000000m;

    /// <summary>What all spellings of a class have in common.</summary>
    public static string Common(string text)
    {
        string trimmed = text.Trim();
        if (TryReadNumber(trimmed, out decimal number))
            return (number / One).ToString(CultureInfo.InvariantCulture);
        return string.Join(' ', trimmed.Normalize().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();
    }

    /// <summary>Reads a number that is written as one; digits after leading zeros are a code, such as 007, and no number.</summary>
    public static bool TryReadNumber(string text, out decimal number)
    {
        number = 0;
        return text.Count(char.IsAsciiDigit) <= MostDigits && PlainNumber().IsMatch(text)
            && decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
    }

    [GeneratedRegex(@"^[+-]?(?:0|[1-9][0-9]*)(?:[.,][0-9]+)?$")]
    private static partial Regex PlainNumber();
}
