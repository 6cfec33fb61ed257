using System.Diagnostics;
using System.Text.Json;

/// <summary>Someone who learns from a file and is measured on another.</summary>
/// <param name="Name">What to call it.</param>
/// <param name="Description">What it does, for the table.</param>
/// <param name="ConsoleOptions">The options of mlnet-loss; null for a peer in peers.py of that name.</param>
internal sealed record Contestant(string Name, string Description, string? ConsoleOptions = null)
{
    public static Contestant[] All { get; } =
    [
        new("ours", "mlnet-loss with its defaults", ""),
        new("ours-5", "five members, 128-64 units, learning rate 0.003, averaged weights", "--members 5 --hidden 128,64 --learning-rate 0.003 --averaging-decay 0.99"),
        new("boosting", "scikit-learn's HistGradientBoosting with its defaults: LightGBM's algorithm"),
        new("sklearn-mlp", "scikit-learn's MLP with its defaults, on standardised inputs"),
        new("linear", "least squares or logistic regression, on standardised inputs"),
    ];

    private static string Tool { get; } = Path.Combine(RepositoryFolder.Path, "src", "Host", "bin", "Release", "net10.0", "mlnet-loss.dll");

    /// <summary>Learns and is measured.</summary>
    /// <returns>The measure of the set on the test rows, and the time that the whole process took.</returns>
    public (double Measure, double Seconds) Run(QualitySet set, SplitFiles files, int seed)
    {
        string folder = Path.Combine(Path.GetDirectoryName(files.Training)!, $"{set.Name}-{Name}");
        long started = Stopwatch.GetTimestamp();
        string output = ConsoleOptions is null
            ? Start(Environment.GetEnvironmentVariable("PYTHON") ?? "python3", [Path.Combine(RepositoryFolder.Path, "benchmarks", "Quality", "peers.py"), Name, set.Task.ToString(), set.Label, files.Training, files.Test])
            : Start("dotnet",
            [
                "exec", Tool, set.Task == QualityTask.Regression ? "regression" : "classification", "--dataset", files.Training, "--test-dataset", files.Test, "--label-col", set.Label,
                "--seed", $"{seed}", "--json", "--report", "false", "--output", folder, .. ConsoleOptions.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            ]);
        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        using JsonDocument document = JsonDocument.Parse(output);
        JsonElement measured = ConsoleOptions is null ? document.RootElement : document.RootElement.GetProperty("metrics").GetProperty("test");
        string name = set.Task switch { QualityTask.Regression => "rootMeanSquaredError", QualityTask.Binary => "areaUnderRocCurve", _ => "microAccuracy" };
        return (measured.GetProperty(name).GetDouble(), seconds);
    }

    private string Start(string program, IEnumerable<string> arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{Name} failed: {errors.Result}");
    }
}
