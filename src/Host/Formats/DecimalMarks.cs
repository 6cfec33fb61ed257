namespace MLNet.LossExperiments.Host.Formats;

/// <summary>Finds out whether a file writes 1.5 or 1,5.</summary>
internal static class DecimalMarks
{
    /// <summary>The mark that more cells show; with semicolons between values a comma where none is shown, otherwise a point.</summary>
    /// <param name="cells">Cells of the file.</param>
    /// <param name="separator">What stands between values.</param>
    public static DecimalMark Detect(IEnumerable<string> cells, char separator)
    {
        int points = 0, commas = 0;
        foreach (string cell in cells)
        {
            switch (Read(cell))
            {
                case { IsCertain: true, Mark: '.' }:
                    points++;
                    break;
                case { IsCertain: true, Mark: ',' }:
                    commas++;
                    break;
            }
        }
        // Semicolons are there because the comma has another office.
        char usual = separator == ';' ? ',' : '.';
        return points == commas ? new DecimalMark(usual, isCertain: points > 0) : new DecimalMark(commas > points ? ',' : '.', isCertain: true);
    }

    /// <summary>
    /// What a text shows of the decimal mark, null where nothing: certain in 1.5, 0.125, 1,234.5 and 1.234.567, which has a comma if any; a possibility in 1.250, which may be a thousand or a little more than one.
    /// </summary>
    public static (char Mark, bool IsCertain)? Read(ReadOnlySpan<char> text)
    {
        text = text.Trim().TrimStart("+-\u2212");
        int exponent = text.IndexOfAny('e', 'E');
        ReadOnlySpan<char> number = exponent < 0 ? text : text[..exponent];
        int last = number.LastIndexOfAny('.', ',');
        if (last < 0 || !IsNumber(text))
            return null;
        char mark = number[last], other = mark == '.' ? ',' : '.';
        ReadOnlySpan<char> whole = number[..last], fraction = number[(last + 1)..];
        if (whole.Contains(mark))
            return (other, true);
        bool canBeGroup = fraction.Length == 3 && exponent < 0 && whole.Length is >= 1 and <= 3 && whole[0] != '0' && !whole.ContainsAnyExceptInRange('0', '9');
        return fraction.IsEmpty ? null : (mark, !canBeGroup);
    }

    private static bool IsNumber(ReadOnlySpan<char> text) => NumberText.With('.').TryRead(text, out double _) || NumberText.With(',').TryRead(text, out double _);
}
