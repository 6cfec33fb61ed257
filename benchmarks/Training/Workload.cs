using System.Text.Json;

/// <summary>What is trained, by everybody alike.</summary>
internal sealed record Workload(
    string Name,
    string Task,
    int Rows,
    int Features,
    int[] Hidden,
    int Outputs,
    int Batch,
    bool BatchNorm,
    double Dropout,
    string Loss,
    string Optimizer,
    double LearningRate,
    int Epochs,
    string[] Losses,
    int[] Seeds,
    int Folds)
{
    private const string Regression = "regression", Binary = "binary", Multiclass = "multiclass";
    private static readonly string[] Compared = ["mse", "mae", "huber:delta=1", "smooth-l1:beta=2", "quantile:tau=0.5"];

    public static IReadOnlyList<Workload> All { get; } =
    [
        new("a", Regression, 354, 13, [5, 5], 1, 20, true, 0.1, "mse", "sgd", 0.001, 100, [], [], 0),
        new("b", Multiclass, 50_000, 784, [512, 256, 256, 128], 10, 1024, false, 0, "ce", "adam", 0.001, 1, [], [], 0),
        new("c", Binary, 100_000, 50, [256, 128], 1, 256, false, 0, "bce", "adam", 0.001, 1, [], [], 0),
        new("d", Binary, 200_000, 28, [300, 300, 300], 1, 4096, false, 0, "bce", "adam", 0.001, 1, [], [], 0),
        new("compare-5-5", Regression, 506, 13, [5, 5], 1, 20, true, 0.1, "mse", "sgd", 0.001, 100, Compared, [.. Enumerable.Range(1, 10)], 5),
        new("compare-64-32", Regression, 506, 13, [64, 32], 1, 64, false, 0.1, "mse", "adam", 0.01, 100, Compared, [.. Enumerable.Range(1, 10)], 5),
    ];

    public int Cells => Losses.Length * Seeds.Length * Folds;

    public bool Normalize => BatchNorm;

    public int Threads { get; } = Environment.ProcessorCount;

    public long Steps => Cells == 0 ? (long)Epochs * ((Rows + Batch - 1) / Batch) : (long)Cells * Epochs * ((Rows * (Folds - 1) / Folds + Batch - 1) / Batch);

    /// <summary>The data: Boston where it has the size for it, otherwise numbers with something to learn in them. Always the same.</summary>
    public (float[] Features, float[] Labels) Data()
    {
        if (Features == 13)
        {
            float[][] boston = [.. File.ReadLines(Path.Combine(Repository, "data", "boston.csv")).Skip(1).Select(line => line.Split(',').Select(float.Parse).ToArray()).Take(Rows)];
            return ([.. boston.SelectMany(row => row.Take(13))], [.. boston.Select(row => row[13])]);
        }
        var random = new Random(7);
        var features = new float[Rows * Features];
        var labels = new float[Rows];
        double[] direction = [.. Enumerable.Range(0, Features).Select(_ => random.NextDouble() - 0.5)];
        for (int row = 0; row < Rows; row++)
        {
            double sum = 0;
            for (int i = 0; i < Features; i++)
            {
                float value = (float)(random.NextDouble() * 2 - 1);
                features[row * Features + i] = value;
                sum += value * direction[i];
            }
            double z = sum / Math.Sqrt(Features / 36.0) + 0.3 * (random.NextDouble() - 0.5);
            labels[row] = Task == Binary ? (z > 0 ? 1 : 0) : Math.Clamp((int)(5 + 5 * z), 0, 9);
        }
        return (features, labels);
    }

    /// <summary>Writes it down for the peers.</summary>
    public void Write(string folder)
    {
        (float[] features, float[] labels) = Data();
        File.WriteAllBytes(Path.Combine(folder, "features.bin"), System.Runtime.InteropServices.MemoryMarshal.AsBytes<float>(features).ToArray());
        File.WriteAllBytes(Path.Combine(folder, "labels.bin"), System.Runtime.InteropServices.MemoryMarshal.AsBytes<float>(labels).ToArray());
        File.WriteAllText(Path.Combine(folder, "workload.json"), JsonSerializer.Serialize(this, JsonSerializerOptions.Web));
    }

    public static string Repository
    {
        get
        {
            DirectoryInfo? folder = new(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "data", "boston.csv")))
                folder = folder.Parent;
            return folder?.FullName ?? throw new DirectoryNotFoundException("There is no data/boston.csv above this program.");
        }
    }
}
