using System.Text.Json;

namespace MLNet.LossExperiments.Tests.Reference;

/// <summary>Steps and learning rates that PyTorch computed (optimizers.py).</summary>
internal sealed record OptimizerReference(double[] Start, double[] Watched, Dictionary<string, double[][]> Trajectories, Dictionary<string, double[]> Schedules)
{
    public static OptimizerReference Instance { get; } = Load();

    private static OptimizerReference Load()
    {
        using FileStream file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Reference", "optimizers.json"));
        return JsonSerializer.Deserialize<OptimizerReference>(file, JsonSerializerOptions.Web)!;
    }
}
