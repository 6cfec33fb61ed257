using System.Globalization;

namespace MLNet.LossExperiments.Catalogs;

/// <summary>The numbers that a parameter may take. NaN is in no range.</summary>
internal sealed class NumberRange
{
    private readonly double _minimum;
    private readonly double _maximum;
    private readonly bool _includesMinimum;
    private readonly bool _includesMaximum;

    private NumberRange(double minimum, bool includesMinimum, double maximum, bool includesMaximum)
    {
        _minimum = minimum;
        _includesMinimum = includesMinimum;
        _maximum = maximum;
        _includesMaximum = includesMaximum;
    }

    /// <summary>Greater than 0.</summary>
    public static NumberRange Positive { get; } = Above(0);

    /// <summary>At least 0.</summary>
    public static NumberRange NonNegative { get; } = AtLeast(0);

    /// <summary>Between 0 and 1, neither included.</summary>
    public static NumberRange OpenShare { get; } = Between(0, 1);

    /// <summary>Between 0 and 1, both included.</summary>
    public static NumberRange ClosedShare { get; } = FromTo(0, 1);

    public static NumberRange Above(double minimum) => new(minimum, false, double.PositiveInfinity, false);

    public static NumberRange AtLeast(double minimum) => new(minimum, true, double.PositiveInfinity, false);

    /// <summary>Between two numbers, neither included.</summary>
    public static NumberRange Between(double minimum, double maximum) => new(minimum, false, maximum, false);

    /// <summary>From one number to another, both included.</summary>
    public static NumberRange FromTo(double minimum, double maximum) => new(minimum, true, maximum, true);

    /// <summary>At least <paramref name="minimum"/> and less than <paramref name="maximum"/>.</summary>
    public static NumberRange FromBelow(double minimum, double maximum) => new(minimum, true, maximum, false);

    /// <summary>Greater than <paramref name="minimum"/> and at most <paramref name="maximum"/>.</summary>
    public static NumberRange AboveUpTo(double minimum, double maximum) => new(minimum, false, maximum, true);

    /// <summary>Whether the number is finite and in the range.</summary>
    public bool Contains(double value) =>
        double.IsFinite(value) &&
        (_includesMinimum ? value >= _minimum : value > _minimum) &&
        (_includesMaximum ? value <= _maximum : value < _maximum);

    /// <summary>The number itself.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not in the range; the message says what is allowed.</exception>
    public double Require(double value, string parameterName) =>
        Contains(value) ? value : throw new ArgumentOutOfRangeException(parameterName, value, $"{parameterName} must be {this}.");

    /// <summary>For example <c>greater than 0</c> or <c>at least 0 and less than 1</c>.</summary>
    public override string ToString()
    {
        string minimum = Text(_minimum), maximum = Text(_maximum);
        string low = _includesMinimum ? $"at least {minimum}" : $"greater than {minimum}";
        string high = _includesMaximum ? $"at most {maximum}" : $"less than {maximum}";
        bool hasLow = !double.IsInfinity(_minimum), hasHigh = !double.IsInfinity(_maximum);
        return (hasLow, hasHigh) switch
        {
            (true, true) when _includesMinimum && _includesMaximum => $"between {minimum} and {maximum}",
            (true, true) => $"{low} and {high}",
            (true, false) => low,
            (false, true) => high,
            _ => "a finite number",
        };
    }

    // Nobody counts zeros.
    private static string Text(double limit) => Math.Abs(limit) is >= 1e9 or (> 0 and < 1e-4)
        ? limit.ToString("0.###e+0", CultureInfo.InvariantCulture).Replace("e+", "e", StringComparison.Ordinal)
        : limit.ToString(CultureInfo.InvariantCulture);
}
