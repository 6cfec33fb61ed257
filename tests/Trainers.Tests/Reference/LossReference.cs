using System.Text.Json;

namespace MLNet.LossExperiments.Tests.Reference;

/// <summary>Losses and gradients that PyTorch computed (losses.py, regression_losses.py).</summary>
internal static class LossReference
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);

    private static readonly Lazy<IReadOnlyList<LossCase>> All = new(() =>
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Reference"), "*losses.json").SelectMany(Read)]);

    public static IReadOnlyList<LossCase> Of(string loss, string form) => [.. All.Value.Where(c => c.Loss == loss && c.Form == form)];

    /// <summary>The cases of a loss with whatever parameters, the text of which is each case's <see cref="LossCase.Loss"/>.</summary>
    public static IReadOnlyList<LossCase> OfAnyParameters(string name, string form) => [.. All.Value.Where(c => c.Loss.Split(':')[0] == name && c.Form == form)];

    private static LossCase[] Read(string path)
    {
        using FileStream file = File.OpenRead(path);
        using JsonDocument document = JsonDocument.Parse(file);
        return document.RootElement.GetProperty("cases").Deserialize<LossCase[]>(Format)!;
    }
}
