using System.Globalization;

namespace MLNet.LossExperiments.Models;

/// <summary>
/// The range that the outputs of a regression network are confined to: a last function, chosen to fit the range of the target
/// (for example <see cref="Tanh"/> for a target in [-1, 1]). Training and scoring both apply it.
/// </summary>
public sealed record OutputRange
{
    private OutputRange(OutputFunction function, float minimum, float maximum)
    {
        Function = function;
        Minimum = minimum;
        Maximum = maximum;
    }

    /// <summary>Any real number; outputs are left as they are.</summary>
    public static OutputRange Identity { get; } = new(OutputFunction.Identity, float.NegativeInfinity, float.PositiveInfinity);

    /// <summary>(-1, 1), by the hyperbolic tangent.</summary>
    public static OutputRange Tanh { get; } = new(OutputFunction.Tanh, -1, 1);

    /// <summary>(0, 1), by the logistic sigmoid.</summary>
    public static OutputRange Sigmoid { get; } = new(OutputFunction.Sigmoid, 0, 1);

    /// <summary>Positive numbers, by softplus: log(1 + eˣ).</summary>
    public static OutputRange Softplus { get; } = new(OutputFunction.Softplus, 0, float.PositiveInfinity);

    /// <summary>(<paramref name="minimum"/>, <paramref name="maximum"/>), by a sigmoid stretched over that range.</summary>
    /// <param name="minimum">Lower end, in units of the target. Finite.</param>
    /// <param name="maximum">Upper end, in units of the target. Finite, greater than <paramref name="minimum"/>.</param>
    /// <returns>The range.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An end is not finite, or <paramref name="maximum"/> is not greater than <paramref name="minimum"/>.</exception>
    public static OutputRange Scaled(float minimum, float maximum)
    {
        if (!float.IsFinite(minimum))
            throw new ArgumentOutOfRangeException(nameof(minimum), minimum, "The lower end of an output range must be a finite number.");
        if (!float.IsFinite(maximum) || maximum <= minimum)
            throw new ArgumentOutOfRangeException(nameof(maximum), maximum, $"The upper end of an output range must be a finite number greater than its lower end, {Text(minimum)}.");
        return new(OutputFunction.Scaled, minimum, maximum);
    }

    /// <summary>The lower end; negative infinity where there is none.</summary>
    public float Minimum { get; }

    /// <summary>The upper end; positive infinity where there is none.</summary>
    public float Maximum { get; }

    internal OutputFunction Function { get; }

    /// <summary>Reads a range from its text: <c>identity</c>, <c>tanh</c>, <c>sigmoid</c>, <c>softplus</c> or <c>A..B</c> (for example <c>0..50</c>).</summary>
    /// <param name="text">The text; case does not matter.</param>
    /// <returns>The range.</returns>
    /// <exception cref="FormatException">The text is none of the above; the message says what is allowed.</exception>
    public static OutputRange Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Trim().ToUpperInvariant() switch
        {
            "IDENTITY" => Identity,
            "TANH" => Tanh,
            "SIGMOID" => Sigmoid,
            "SOFTPLUS" => Softplus,
            var other => ParseScaled(other) ?? throw new FormatException(
                $"'{text}' is not an output range. Allowed are identity, tanh, sigmoid, softplus, or two numbers such as 0..50, the smaller first."),
        };
    }

    /// <summary>The text that <see cref="Parse"/> reads.</summary>
    /// <returns>For example <c>tanh</c> or <c>0..50</c>.</returns>
    public override string ToString() => Function switch
    {
        OutputFunction.Identity => "identity",
        OutputFunction.Tanh => "tanh",
        OutputFunction.Sigmoid => "sigmoid",
        OutputFunction.Softplus => "softplus",
        _ => $"{Text(Minimum)}..{Text(Maximum)}",
    };

    private static OutputRange? ParseScaled(string text) =>
        text.Split("..") is [var low, var high] &&
        float.TryParse(low, NumberStyles.Float, CultureInfo.InvariantCulture, out float minimum) && float.IsFinite(minimum) &&
        float.TryParse(high, NumberStyles.Float, CultureInfo.InvariantCulture, out float maximum) && float.IsFinite(maximum) && maximum > minimum
            ? Scaled(minimum, maximum)
            : null;

    private static string Text(float value) => value.ToString("R", CultureInfo.InvariantCulture);
}
