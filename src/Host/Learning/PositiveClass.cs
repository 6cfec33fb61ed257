namespace MLNet.LossExperiments.Host.Learning;

/// <summary>Decides which of two classes is the one that is looked for.</summary>
internal static class PositiveClass
{
    private static readonly (string Negative, string Positive)[] Pairs =
        [("0", "1"), ("-1", "1"), ("false", "true"), ("f", "t"), ("no", "yes"), ("n", "y"), ("negative", "positive"), ("off", "on")];

    /// <summary>The affirmative one of a well-known pair; otherwise the later one in order.</summary>
    public static string Of(IReadOnlyList<string> classes)
    {
        foreach ((string negative, string positive) in Pairs)
        {
            if (classes.Contains(negative, StringComparer.OrdinalIgnoreCase) && classes.Contains(positive, StringComparer.OrdinalIgnoreCase))
                return classes.First(name => name.Equals(positive, StringComparison.OrdinalIgnoreCase));
        }
        return classes[^1];
    }
}
