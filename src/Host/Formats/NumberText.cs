using System.Globalization;

namespace MLNet.LossExperiments.Host.Formats;

/// <summary>Reads numbers as people and programs write them: with either decimal mark, thousands in groups or not, a sign and an exponent.</summary>
internal sealed class NumberText
{
    // Beside these, the mark that is not the decimal one groups thousands: 1.234,5 and 1,234.5.
    private const string GroupMarks = " \u00A0\u202F\u2009'\u2019";
    private const char MinusSign = '\u2212';
    private const int Longest = 128;

    private static readonly NumberText Points = new('.'), Commas = new(',');

    private readonly NumberFormatInfo _format;

    private NumberText(char mark)
    {
        DecimalMark = mark;
        _format = new NumberFormatInfo { NumberDecimalSeparator = mark.ToString(), NumberGroupSeparator = OtherMark.ToString() };
    }

    /// <summary>What stands before the fraction of a number.</summary>
    public char DecimalMark { get; }

    /// <summary>The other one of point and comma.</summary>
    public char OtherMark => DecimalMark == '.' ? ',' : '.';

    /// <param name="mark">What stands before the fraction of a number: a point or a comma.</param>
    public static NumberText With(char mark) => mark == ',' ? Commas : Points;

    /// <summary>Reads a number with 32 bits, infinite where they do not suffice.</summary>
    /// <param name="text">The text.</param>
    /// <param name="number">The number.</param>
    /// <param name="isPlain">Whether the number is written as programs write it, without groups.</param>
    public bool TryRead(ReadOnlySpan<char> text, out float number, out bool isPlain)
    {
        isPlain = float.TryParse(text, NumberStyles.Float, _format, out number);
        if (isPlain)
            return true;
        Span<char> plain = stackalloc char[Longest];
        return TryMakePlain(text, plain, out int length) && float.TryParse(plain[..length], NumberStyles.Float, _format, out number);
    }

    /// <summary>Reads a number with 64 bits.</summary>
    public bool TryRead(ReadOnlySpan<char> text, out double number)
    {
        if (double.TryParse(text, NumberStyles.Float, _format, out number))
            return true;
        Span<char> plain = stackalloc char[Longest];
        return TryMakePlain(text, plain, out int length) && double.TryParse(plain[..length], NumberStyles.Float, _format, out number);
    }

    /// <summary>Whether the thousands of a number are in groups that could as well be a fraction: 1,250 with a decimal point.</summary>
    public bool IsDoubtful(ReadOnlySpan<char> text) => DecimalMarks.Read(text) is { IsCertain: false } evidence && evidence.Mark == OtherMark;

    // Takes out the marks between groups of three digits, which .NET would let stand anywhere, and writes the minus sign of typesetters as that of computers.
    private bool TryMakePlain(ReadOnlySpan<char> text, Span<char> plain, out int length)
    {
        length = 0;
        text = text.Trim();
        if (text.Length is 0 or > Longest)
            return false;
        if (text[0] is '+' or '-' or MinusSign)
        {
            plain[length++] = text[0] == '+' ? '+' : '-';
            text = text[1..];
        }
        int end = text.IndexOfAny(DecimalMark, 'e', 'E');
        ReadOnlySpan<char> whole = end < 0 ? text : text[..end];
        int first = whole.IndexOfAnyExceptInRange('0', '9');
        if (first >= 0 && !TryTakeGroups(whole, first, plain, ref length))
            return false;
        ReadOnlySpan<char> rest = first >= 0 ? text[whole.Length..] : text;
        rest.CopyTo(plain[length..]);
        length += rest.Length;
        return true;
    }

    private bool TryTakeGroups(ReadOnlySpan<char> whole, int first, Span<char> plain, ref int length)
    {
        char mark = whole[first];
        bool isMark = mark == OtherMark || GroupMarks.Contains(mark, StringComparison.Ordinal);
        if (!isMark || first is 0 or > 3 || whole[0] == '0' || (whole.Length - first) % 4 != 0)
            return false;
        for (int i = 0; i < whole.Length; i++)
        {
            bool isBetween = i >= first && (i - first) % 4 == 0;
            if (isBetween ? whole[i] != mark : !char.IsAsciiDigit(whole[i]))
                return false;
            if (!isBetween)
                plain[length++] = whole[i];
        }
        return true;
    }
}
