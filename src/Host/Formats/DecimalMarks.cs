namespace MLNet.LossExperiments.Host.Formats;

/// <summary>Finds out whether a file writes 1.5 or 1,5.</summary>
internal static class DecimalMarks
{
    /// <summary>The mark that more cells speak for; a point where nothing speaks for a comma.</summary>
    public static char Detect(IEnumerable<string> cells)
    {
        int points = 0, commas = 0;
        foreach (string cell in cells)
        {
            switch (MarkIn(cell.AsSpan().Trim()))
            {
                case '.':
                    points++;
                    break;
                case ',':
                    commas++;
                    break;
            }
        }
        return commas > points ? ',' : '.';
    }

    // The mark of a number with a single one, unless exactly three digits follow: 1,234 may be a thousand.
    private static char? MarkIn(ReadOnlySpan<char> text)
    {
        text = text.TrimStart("+-");
        int place = text.IndexOfAny('.', ',');
        if (place < 0 || !HoldsDigitsOnly(text[..place]))
            return null;
        ReadOnlySpan<char> fraction = text[(place + 1)..];
        bool isLeadingZero = place == 0 || text[..place] is "0";
        return fraction.Length > 0 && HoldsDigitsOnly(fraction) && (fraction.Length != 3 || isLeadingZero) ? text[place] : null;
    }

    private static bool HoldsDigitsOnly(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
