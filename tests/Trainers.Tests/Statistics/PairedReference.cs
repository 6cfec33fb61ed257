using System.Text.Json;

namespace MLNet.LossExperiments.Tests.Statistics;

/// <summary>What Reference/paired_tests.py computed.</summary>
internal static class PairedReference
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);

    public static T Read<T>(string part)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Reference", "paired_tests.json")));
        return document.RootElement.GetProperty(part).Deserialize<T>(Format)!;
    }
}
