using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

// Training measured side by side: each contestant in a process of its own, after a warm-up, all in one order and then in the other, medians of the repeats. See benchmarks/README.md.
//   Training [--repeats N] [--only a,b,compare-5-5]     measures and prints a table
//   Training run CONTESTANT WORKLOAD                    one measurement
//   Training growth | scoring                           the tables of growth, of scoring
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case ["run", var contestant, var name]:
        Workload one = Workload.All.Single(work => work.Name == name);
        (double seconds, double loss) = contestant switch
        {
            "ours" => OwnTraining.Run(one),
            "port" => StraightPort.Run(one),
            "products" => StraightPort.Products(one),
            _ => throw new ArgumentException($"There is no contestant '{contestant}'."),
        };
        Console.WriteLine(JsonSerializer.Serialize(new { seconds, loss = double.IsFinite(loss) ? loss : (double?)null }));
        return;
    case ["growth"]:
        Growth.Print();
        return;
    case ["scoring"]:
        Scoring.Print();
        return;
}
int repeats = args is ["--repeats", var count, ..] ? int.Parse(count) : 5;
string[]? only = Array.IndexOf(args, "--only") is >= 0 and var place ? args[place + 1].Split(',') : null;
Console.WriteLine("| workload | contestant | seconds, median (least to greatest) | µs a step and network | loss | its time / ours |");
Console.WriteLine("|---|---|---|---|---|---|");
foreach (Workload work in Workload.All.Where(work => only?.Contains(work.Name) ?? true))
{
    DirectoryInfo folder = Directory.CreateTempSubdirectory("training-benchmark-");
    work.Write(folder.FullName);
    string[] contestants = work.Cells > 0 ? ["ours", "tuned"] : ["ours", "port", "products", "tuned", "dataloader", "sklearn"];
    Dictionary<string, List<(double Seconds, double? Loss)>> measured = contestants.ToDictionary(name => name, _ => new List<(double, double?)>());
    for (int repeat = 0; repeat < repeats; repeat++)
    {
        foreach (string contestant in repeat % 2 == 0 ? contestants : contestants.Reverse())
            measured[contestant].Add(Measure(contestant, work, folder.FullName));
    }
    folder.Delete(recursive: true);
    double own = Median(measured["ours"].Select(run => run.Seconds));
    foreach (string contestant in contestants)
    {
        double[] times = [.. measured[contestant].Select(run => run.Seconds).Order()];
        Console.WriteLine($"| {work.Name} | {contestant} | {Median(times):0.000} ({times[0]:0.000} to {times[^1]:0.000}) | {Median(times) * 1e6 / work.Steps:0.0} | {measured[contestant][^1].Loss:0.0000} | {Median(times) / own:0.00} |");
    }
    // scikit-learn has neither batch normalisation nor dropout, and so another loss; the others must have learnt the same.
    double?[] losses = [.. contestants.Where(name => name is not ("products" or "sklearn")).Select(name => measured[name][^1].Loss)];
    if (losses.Max() > 1.5 * losses.Min())
        Console.WriteLine($"**The losses of {work.Name} disagree: {string.Join(", ", losses)}.**");
}

static double Median(IEnumerable<double> values)
{
    double[] sorted = [.. values.Order()];
    return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
}

static (double Seconds, double? Loss) Measure(string contestant, Workload work, string folder)
{
    bool isPeer = contestant is "tuned" or "dataloader" or "sklearn";
    ProcessStartInfo start = isPeer
        ? new(Environment.GetEnvironmentVariable("PYTHON") ?? "python3", [Path.Combine(Workload.Repository, "benchmarks", "Training", "peers.py"), contestant, work.Name, folder])
        : new(Environment.ProcessPath!, ["run", contestant, work.Name]);
    start.RedirectStandardOutput = true;
    using Process process = Process.Start(start)!;
    string output = process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    if (process.ExitCode != 0)
        throw new InvalidOperationException($"{contestant} failed on {work.Name}.");
    using JsonDocument document = JsonDocument.Parse(output);
    JsonElement loss = document.RootElement.GetProperty("loss");
    return (document.RootElement.GetProperty("seconds").GetDouble(), loss.ValueKind == JsonValueKind.Number ? loss.GetDouble() : null);
}
