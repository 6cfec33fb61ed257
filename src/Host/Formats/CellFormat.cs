using System.Globalization;

namespace MLNet.LossExperiments.Host.Formats;

/// <summary>What the texts in the cells of a file mean: how numbers are written, and what stands for a missing value. Inference and reading both ask here, so they cannot disagree.</summary>
internal sealed class CellFormat
{
    /// <summary>What stands for a missing value in any column, in any case, beside an empty cell.</summary>
    private static readonly string[] UsualMarkers = ["NA", "N/A", "#N/A", "NaN", "null", "?"];

    /// <summary>What stands for a missing value among numbers, but could be a category elsewhere.</summary>
    private static readonly string[] MarkersAmongNumbers = ["-", "--", ".", "none", "missing", "unknown", "n.a."];

    private readonly NumberText _numbers;
    private readonly string[] _markers;
    private readonly double[] _missingNumbers;

    /// <param name="mark">What stands before the fraction of a number. The other one of point and comma may group its thousands.</param>
    /// <param name="furtherMarkers">What stands for a missing value beside the usual markers. A number among them stands for it however it is written: -999 also as -999.0.</param>
    public CellFormat(DecimalMark mark, IReadOnlyList<string> furtherMarkers)
    {
        Mark = mark;
        MissingMarkers = furtherMarkers;
        _numbers = NumberText.With(mark.Character);
        _markers = [.. UsualMarkers, .. furtherMarkers];
        _missingNumbers = [.. furtherMarkers.Select(marker => double.TryParse(marker, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : double.NaN).Where(double.IsFinite)];
    }

    /// <param name="mark">What certainly stands before the fraction of a number: a point or a comma.</param>
    /// <param name="furtherMarkers">What stands for a missing value beside the usual markers.</param>
    public CellFormat(char mark, IReadOnlyList<string> furtherMarkers)
        : this(new DecimalMark(mark, isCertain: true), furtherMarkers)
    {
    }

    /// <summary>Numbers with a point, and the usual markers.</summary>
    public static CellFormat Usual { get; } = new('.', []);

    /// <summary>What stands before the fraction of a number.</summary>
    public DecimalMark Mark { get; }

    /// <summary>What stands for a missing value beside the usual markers.</summary>
    public IReadOnlyList<string> MissingMarkers { get; }

    /// <summary>The first number that was read with its thousands in groups; null where there was none.</summary>
    public string? Grouped { get; private set; }

    /// <summary>Whether a number may stand for a missing value.</summary>
    public bool HasMissingNumbers => _missingNumbers.Length > 0;

    public bool IsMissing(string text)
    {
        ReadOnlySpan<char> value = text.AsSpan().Trim();
        return value.IsEmpty || IsAmong(value, _markers) || (HasMissingNumbers && _numbers.TryRead(value, out double number) && _missingNumbers.Contains(number));
    }

    /// <summary>Whether a cell among numbers has no value.</summary>
    public bool IsMissingNumber(string text) => IsMissing(text) || IsAmong(text.AsSpan().Trim(), MarkersAmongNumbers);

    /// <summary>Reads a finite number. Infinity, or what becomes it in 32 bits, is none: a network could learn nothing from it.</summary>
    public bool TryReadNumber(ReadOnlySpan<char> text, out float number)
    {
        if (!_numbers.TryRead(text, out number, out bool isPlain) || !float.IsFinite(number))
            return false;
        if (!isPlain)
            Grouped ??= text.Trim().ToString();
        if (!Mark.IsCertain)
            Mark.Watch(text);
        return true;
    }

    /// <summary>Reads a finite number with 64 bits.</summary>
    public bool TryReadPrecise(ReadOnlySpan<char> text, out double number) => _numbers.TryRead(text, out number) && double.IsFinite(number);

    /// <summary>Whether a text is a number that 64 bits can hold, but 32 cannot.</summary>
    public bool IsBeyond32Bits(string text) => TryReadPrecise(text, out double number) && !float.IsFinite((float)number);

    /// <summary>Whether a text that is no number would be one if the other mark stood before fractions.</summary>
    public bool IsNumberWithOtherMark(string text) =>
        !_numbers.TryRead(text, out double _) && NumberText.With(_numbers.OtherMark).TryRead(text, out double number) && double.IsFinite(number);

    /// <summary>Says why a text is no number that can be read, as what follows it in a sentence: "is not a number".</summary>
    public string WhyNoNumber(string text)
    {
        if (IsNumberWithOtherMark(text))
            return $"is not a number with a decimal {DecimalMark.NameOf(Mark.Character)} (--decimal-mark {_numbers.OtherMark} would read it)";
        if (!_numbers.TryRead(text, out double _))
            return "is not a number";
        return text.Any(char.IsAsciiDigit) ? "is not a number that 32 bits can hold (none is beyond ±3.4e38)" : "is not a finite number";
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
