using System.Text.Json.Nodes;

namespace MLNet.LossExperiments.Reports.Tests.Rendering;

/// <summary>Reports whose every name and text tries to be markup: what a reader of foreign data may meet.</summary>
internal static class HostileReports
{
    public const string Markup = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"'`|&amp;\u0001\u202e\n# [x](javascript:alert(3))";

    // What is no text: it says what kind of record or value follows.
    private static readonly HashSet<string> Kinds = ["task", "kind", "stopReason", "verdict", "pixels"];

    public static EvaluationReport Evaluation(string kind) => ReportJson.ReadEvaluation(Spoilt(ReportJson.Write(SamplePages.Evaluation(kind)))!);

    public static ComparisonReport Comparison() => ReportJson.ReadComparison(Spoilt(ReportJson.Write(SamplePages.Comparison)));

    private static string Spoilt(string json)
    {
        JsonNode root = JsonNode.Parse(json)!;
        Spoil(root);
        return root.ToJsonString();
    }

    // Metrics are known by their names, which never come from data.
    private static bool IsMetric(JsonObject own, string name) => name == "name" && own.ContainsKey("isHigherBetter") && own.ContainsKey("low");

    private static void Spoil(JsonNode node)
    {
        if (node is JsonObject own)
        {
            foreach ((string name, JsonNode? value) in own.ToArray())
            {
                if (value is JsonValue text && text.GetValueKind() == System.Text.Json.JsonValueKind.String && !Kinds.Contains(name) && !IsMetric(own, name))
                    own[name] = text.GetValue<string>() + Markup;
                else if (value is not null)
                    Spoil(value);
            }
        }
        else if (node is JsonArray items)
        {
            for (int i = 0; i < items.Count; i++)
            {
                if (items[i] is JsonValue text && text.GetValueKind() == System.Text.Json.JsonValueKind.String)
                    items[i] = text.GetValue<string>() + Markup;
                else if (items[i] is { } item)
                    Spoil(item);
            }
        }
    }
}
