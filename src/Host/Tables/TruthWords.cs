namespace MLNet.LossExperiments.Host.Tables;

/// <summary>The words for true and false.</summary>
internal static class TruthWords
{
    private static readonly (string False, string True)[] Pairs = [("false", "true"), ("no", "yes"), ("f", "t"), ("n", "y"), ("off", "on"), ("0", "1")];

    /// <summary>Every spelling with what it means: in small letters, in capitals, and capitalised.</summary>
    public static IReadOnlyList<KeyValuePair<string, bool>> Spellings { get; } =
    [
        .. from pair in Pairs
           from word in new[] { (Text: pair.False, Value: false), (Text: pair.True, Value: true) }
           from spelling in new[] { word.Text, word.Text.ToUpperInvariant(), char.ToUpperInvariant(word.Text[0]) + word.Text[1..] }.Distinct()
           select KeyValuePair.Create(spelling, word.Value),
    ];

    private static readonly Dictionary<string, bool> Meanings = new(Spellings, StringComparer.Ordinal);

    /// <summary>What a word means; null where it is none for a truth value.</summary>
    public static bool? Read(string text) => Meanings.TryGetValue(text.Trim(), out bool value) ? value : null;
}
