using System.Globalization;

namespace MLNet.LossExperiments.Host.Formats;

/// <summary>What the texts in the cells of a file mean: how numbers are written, and what stands for a missing value. Inference and reading both ask here, so they cannot disagree.</summary>
internal sealed class CellFormat
{
    /// <summary>What stands for a missing value in any column, in any case, beside an empty cell.</summary>
    private static readonly string[] UsualMarkers = ["NA", "N/A", "#N/A", "NaN", "null", "?"];

    /// <summary>What stands for a missing value among numbers, but could be a category elsewhere.</summary>
    private static readonly string[] MarkersAmongNumbers = ["-", "--", ".", "none", "missing", "unknown", "n.a."];

    private readonly NumberFormatInfo _numbers;
    private readonly string[] _markers;

    /// <param name="decimalMark">What stands before the fraction of a number: a point or a comma. The other one may group its thousands.</param>
    /// <param name="furtherMarkers">What stands for a missing value beside the usual markers.</param>
    public CellFormat(char decimalMark, IReadOnlyList<string> furtherMarkers)
    {
        DecimalMark = decimalMark;
        MissingMarkers = furtherMarkers;
        _markers = [.. UsualMarkers, .. furtherMarkers];
        _numbers = new NumberFormatInfo { NumberDecimalSeparator = decimalMark.ToString(), NumberGroupSeparator = GroupMark.ToString() };
    }

    /// <summary>Numbers with a point, and the usual markers.</summary>
    public static CellFormat Usual { get; } = new('.', []);

    public char DecimalMark { get; }

    /// <summary>What stands for a missing value beside the usual markers.</summary>
    public IReadOnlyList<string> MissingMarkers { get; }

    private char GroupMark => DecimalMark == '.' ? ',' : '.';

    public bool IsMissing(string text)
    {
        ReadOnlySpan<char> value = text.AsSpan().Trim();
        return value.IsEmpty || IsAmong(value, _markers);
    }

    /// <summary>Whether a cell among numbers has no value.</summary>
    public bool IsMissingNumber(string text) => IsMissing(text) || IsAmong(text.AsSpan().Trim(), MarkersAmongNumbers);

    /// <summary>Reads a finite number. Infinity, or what becomes it in 32 bits, is none: a network could learn nothing from it.</summary>
    public bool TryReadNumber(ReadOnlySpan<char> text, out float number)
    {
        if (float.TryParse(text, NumberStyles.Float, _numbers, out number))
            return float.IsFinite(number);
        return IsGrouped(text.Trim()) && float.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, _numbers, out number) && float.IsFinite(number);
    }

    /// <summary>Whether a text is a number that 64 bits can hold, but 32 cannot.</summary>
    public bool IsBeyond32Bits(string text) => TryReadPrecise(text, out double number) && double.IsFinite(number) && !float.IsFinite((float)number);

    /// <summary>Says why a text is no number that can be read, as what follows it in a sentence: "is not a number".</summary>
    public string WhyNoNumber(string text)
    {
        if (!TryReadPrecise(text, out _))
            return IsNumberWithOtherMark(text) ? $"is not a number with a decimal {NameOf(DecimalMark)}, but would be one with --decimal-mark {GroupMark}" : "is not a number";
        return text.Any(char.IsAsciiDigit) ? "is not a number that 32 bits can hold (none is beyond ±3.4e38)" : "is not a finite number";
    }

    /// <summary>Whether a text that is no number would be one if the other mark stood before fractions.</summary>
    public bool IsNumberWithOtherMark(string text) => new CellFormat(GroupMark, []).TryReadPrecise(text, out double number) && double.IsFinite(number);

    private static string NameOf(char mark) => mark == '.' ? "point" : "comma";

    private bool TryReadPrecise(ReadOnlySpan<char> text, out double number) =>
        double.TryParse(text, NumberStyles.Float, _numbers, out number)
        || (IsGrouped(text.Trim()) && double.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, _numbers, out number));

    // Three digits after each mark, as in 1,234,567.8; .NET would take 1,2,3 for 123.
    private bool IsGrouped(ReadOnlySpan<char> text)
    {
        int end = text.IndexOf(DecimalMark);
        ReadOnlySpan<char> whole = (end < 0 ? text : text[..end]).TrimStart("+-");
        int first = whole.IndexOf(GroupMark);
        if (first is < 1 or > 3)
            return false;
        ReadOnlySpan<char> groups = whole[first..];
        if (groups.Length % 4 != 0)
            return false;
        for (int i = 0; i < groups.Length; i++)
        {
            if (i % 4 == 0 ? groups[i] != GroupMark : !char.IsAsciiDigit(groups[i]))
                return false;
        }
        return true;
    }

    private static bool IsAmong(ReadOnlySpan<char> value, string[] markers)
    {
        foreach (string marker in markers)
        {
            if (value.Equals(marker, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }
}
