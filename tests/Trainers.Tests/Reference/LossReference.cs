using System.Text.Json;

namespace MLNet.LossExperiments.Tests.Reference;

/// <summary>Losses and gradients that PyTorch computed (losses.py).</summary>
internal static class LossReference
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);

    private static readonly Lazy<IReadOnlyList<LossCase>> All = new(() =>
    {
        using FileStream file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Reference", "losses.json"));
        using JsonDocument document = JsonDocument.Parse(file);
        return document.RootElement.GetProperty("cases").Deserialize<LossCase[]>(Format)!;
    });

    public static IReadOnlyList<LossCase> Of(string loss, string form) => [.. All.Value.Where(c => c.Loss == loss && c.Form == form)];
}
