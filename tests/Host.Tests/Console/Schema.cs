using System.Text.Json;
using Json.Schema;

namespace MLNet.LossExperiments.Host.Tests.Console;

/// <summary>Holds documents that the console wrote against the documented schemas.</summary>
internal static class Schema
{
    private static readonly EvaluationOptions Options = new() { OutputFormat = OutputFormat.List };

    /// <summary>What a document has that its schema does not allow, each with its place; none where it is as documented.</summary>
    /// <param name="document">The file.</param>
    /// <param name="schema">The name of the schema.</param>
    public static IReadOnlyList<string> FaultsOf(string document, string schema)
    {
        JsonSchema documented = JsonSchema.FromText(File.ReadAllText(Path.Combine(Tool.Data, "..", "docs", "schemas", schema)));
        EvaluationResults results = documented.Evaluate(JsonDocument.Parse(File.ReadAllText(document)).RootElement, Options);
        return results.IsValid ? [] : [.. (results.Details ?? []).Append(results).Where(detail => detail.Errors is not null).SelectMany(detail => detail.Errors!.Select(error => $"{detail.InstanceLocation}: {error.Value}"))];
    }
}
