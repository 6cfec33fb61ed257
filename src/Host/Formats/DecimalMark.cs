using System.Globalization;

namespace MLNet.LossExperiments.Host.Formats;

/// <summary>What stands before the fraction of a number in a file, and how far that is known. While it is not, the numbers that are read may show it, or be doubtful.</summary>
/// <param name="character">The mark: a point or a comma.</param>
/// <param name="isCertain">Whether the user said it, or numbers of the file show it.</param>
internal sealed class DecimalMark(char character, bool isCertain)
{
    private readonly NumberText _numbers = NumberText.With(character);
    private string? _doubtful;
    private bool _isMet;

    /// <summary>The mark: a point or a comma.</summary>
    public char Character => character;

    /// <summary>Whether the user said it, or a number that was read shows it.</summary>
    public bool IsCertain { get; private set; } = isCertain;

    /// <summary>Whether it is certain, or numbers were read that depend on it.</summary>
    public bool IsUsed => IsCertain || _isMet;

    /// <summary>What to warn of after reading; null where nothing is in doubt.</summary>
    /// <param name="file">The file's name.</param>
    public string? DescribeDoubt(string file) => IsCertain || _doubtful is null || !_numbers.TryRead(_doubtful, out double number)
        ? null
        : string.Create(CultureInfo.InvariantCulture,
            $"{file}: {CellText.Quote(_doubtful)} was read as {number}, and nothing in the file shows whether that is meant. If its {NameOf(_numbers.OtherMark)} stands before a fraction, give --decimal-mark {_numbers.OtherMark}; to confirm, --decimal-mark {character}");

    /// <summary>Looks at a number that was read.</summary>
    public void Watch(ReadOnlySpan<char> number)
    {
        if (DecimalMarks.Read(number) is not { } shown)
            return;
        _isMet = true;
        if (shown.IsCertain)
            IsCertain = shown.Mark == character;
        else if (shown.Mark != character)
            _doubtful ??= number.Trim().ToString();
    }

    /// <summary>A mark in a sentence.</summary>
    public static string NameOf(char mark) => mark == '.' ? "point" : "comma";
}
