using System.Text.Json;

namespace MLNet.LossExperiments.Reports.Tests.Reference;

/// <summary>Predictions of one task, and what scikit-learn, SciPy and NumPy say about them (evaluations.py).</summary>
internal sealed class ReferenceCase
{
    private readonly JsonElement _case;

    private ReferenceCase(JsonElement element) => _case = element;

    public static ReferenceCase Of(string task)
    {
        string path = Path.Combine(AppContext.BaseDirectory, "Reference", "evaluations.json");
        return new ReferenceCase(JsonDocument.Parse(File.ReadAllText(path)).RootElement.GetProperty(task));
    }

    public double Number(string name) => _case.GetProperty(name).GetDouble();

    public double[] Numbers(string name) => _case.GetProperty(name).Deserialize<double[]>()!;

    public float[] Singles(string name) => [.. Numbers(name).Select(value => (float)value)];

    public double[][] Table(string name) => _case.GetProperty(name).Deserialize<double[][]>()!;

    public int[] Integers(string name) => _case.GetProperty(name).Deserialize<int[]>()!;

    public bool[] Flags(string name) => _case.GetProperty(name).Deserialize<bool[]>()!;

    public Dictionary<string, double> Metrics(string name) => _case.GetProperty(name).Deserialize<Dictionary<string, double>>()!;

    public IEnumerable<(string Metric, double Low, double High, double Deviation)> Intervals() =>
        _case.GetProperty("intervals").EnumerateObject().Select(metric => (
            metric.Name, metric.Value.GetProperty("low").GetDouble(), metric.Value.GetProperty("high").GetDouble(), metric.Value.GetProperty("deviation").GetDouble()));
}
