using MLNet.LossExperiments.Host.Exports;

namespace MLNet.LossExperiments.Host.Repeating;

/// <summary>Writes the estimator that replaces values by others, each by its own.</summary>
internal static class MappingCode
{
    /// <param name="output">The column of the new values.</param>
    /// <param name="types">The types of old and new values.</param>
    /// <param name="pairs">Old and new values, as C#.</param>
    /// <param name="input">The column of the old values.</param>
    public static string Of(string output, string types, IEnumerable<(string Key, string Value)> pairs, string input) =>
        $"mlContext.Transforms.Conversion.MapValue({CSharpNames.Literal(output)},\n"
            + $"    new Dictionary<{types}> {{ {string.Join(", ", pairs.Select(pair => $"[{pair.Key}] = {pair.Value}"))} }}, {CSharpNames.Literal(input)})";
}
