using System.Globalization;

namespace MLNet.LossExperiments.Host.Tables;

/// <summary>What the text of one cell means. Inference and reading both ask here, so they cannot disagree.</summary>
internal static class Cell
{
    private static readonly string[] MissingMarkers = ["NA", "N/A", "NaN", "null", "?"];

    public static bool IsMissing(string text)
    {
        ReadOnlySpan<char> value = text.AsSpan().Trim();
        if (value.IsEmpty)
            return true;
        foreach (string marker in MissingMarkers)
        {
            if (value.Equals(marker, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    /// <summary>Reads a finite number. Infinity, or what becomes it in 32 bits, is none: a network could learn nothing from it.</summary>
    public static bool TryReadNumber(string text, out float number)
    {
        bool isNumber = float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
        return isNumber && float.IsFinite(number);
    }

    /// <summary>A cell's text for a message: on one line, and not too long.</summary>
    public static string Quote(string text)
    {
        const int most = 40;
        string line = text.ReplaceLineEndings(" ");
        return line.Length <= most ? $"'{line}'" : $"'{line[..most]}...'";
    }
}
