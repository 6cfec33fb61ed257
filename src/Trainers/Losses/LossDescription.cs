using MLNet.LossExperiments.Catalogs;

namespace MLNet.LossExperiments.Losses;

/// <summary>
/// What there is to know about a loss before one trains with it. In formulas y is the label and ŷ the prediction of a regression, x an output of the network, p a probability. Sentences are whole; the other texts are none.
/// </summary>
public sealed record LossDescription
{
    /// <summary>What a row costs, as text, for example <c>e²/2 where |e| ≤ δ, δ·(|e| − δ/2) beyond, with e = ŷ − y</c>.</summary>
    public required string Formula { get; init; }

    /// <summary>What the formula calls each parameter of the catalog, for example δ for <c>delta</c>.</summary>
    public IReadOnlyDictionary<string, string> Symbols { get; init; } = new Dictionary<string, string>();

    /// <summary>The constant prediction, or score, that costs least, for example <c>median</c>.</summary>
    public required string MinimisedBy { get; init; }

    /// <summary>What speaks for it.</summary>
    public required string UseWhen { get; init; }

    /// <summary>What speaks against it, and which loss to take then.</summary>
    public required string AvoidWhen { get; init; }

    /// <summary>Who proposed it, where and when.</summary>
    public required string Source { get; init; }

    /// <summary>How to write it in C#, with all parameters, for example <c>RegressionLoss.Huber(delta: 1)</c>.</summary>
    public required string CSharp { get; init; }

    /// <summary>Writes the call of a method that makes a loss. A value is a number, numbers, or a text that is C# already.</summary>
    internal static string Call(string task, string method, params (string Name, object Value)[] arguments) =>
        $"{task}.{method}({string.Join(", ", arguments.Select(argument => $"{argument.Name}: {Literal(argument.Value)}"))})";

    /// <summary>Class weights as C#.</summary>
    internal static string Of(ClassWeights? weights) => weights switch
    {
        null => "null",
        { Count: null } => $"{nameof(ClassWeights)}.{nameof(ClassWeights.Balanced)}",
        _ => $"{nameof(ClassWeights)}.{nameof(ClassWeights.Of)}({weights.ToString().Replace("/", ", ", StringComparison.Ordinal)})",
    };

    private static string Literal(object value) => value is double[] numbers ? $"[{string.Join(", ", numbers.Select(number => CatalogParameter.Text(number)))}]" : CatalogParameter.Text(value);
}
