using System.Diagnostics;
using Microsoft.ML;
using MLNet.LossExperiments;
using MLNet.LossExperiments.Models;

/// <summary>How time and memory grow with rows, members and width.</summary>
internal static class Growth
{
    private static readonly Workload Base = Workload.All.Single(work => work.Name == "c") with { Epochs = 2 };

    public static void Print()
    {
        Console.WriteLine("| what grows | value | seconds an epoch | µs a row and network | peak MiB of the process so far |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach (int rows in new[] { 1_000, 10_000, 100_000, 1_000_000 })
            Measure("rows (50-64-32-1, batch 256)", rows, Base with { Rows = rows, Hidden = [64, 32] }, 1);
        foreach (int members in new[] { 1, 10, 100, 1_000 })
            Measure("members (50-16-1, batch 32, 500 rows)", members, Base with { Rows = 500, Hidden = [16], Batch = 32 }, members);
        foreach (int width in new[] { 8, 32, 128, 512, 2048 })
            Measure("width (50-w-w-1, batch 256, 20,000 rows)", width, Base with { Rows = 20_000, Hidden = [width, width] }, 1);
    }

    private static void Measure(string what, int value, Workload work, int members)
    {
        var context = new MLContext(1);
        IDataView data = OwnTraining.Rows(context, work);
        var watch = new Watch();
        context.BinaryClassification.Trainers.Mlp(new MlpBinaryOptions
        {
            LabelColumnName = "Positive", HiddenSizes = work.Hidden, BatchSize = work.Batch, Epochs = work.Epochs, Members = members, Patience = null, MeasureTrainingLoss = false, Seed = 1, Observers = [watch],
        }).Fit(data);
        using Process process = Process.GetCurrentProcess();
        Console.WriteLine($"| {what} | {value:N0} | {watch.Seconds:0.000} | {watch.Seconds * 1e6 / work.Rows / members:0.00} | {process.PeakWorkingSet64 >> 20:N0} |");
    }

    // The second epoch: the first compiles.
    private sealed class Watch : ITrainingObserver
    {
        private long _started;

        public double Seconds { get; private set; }

        public void EpochStarted(int epoch) => _started = Stopwatch.GetTimestamp();

        public void EpochEnded(EpochRecord epoch, int member) => Seconds = Stopwatch.GetElapsedTime(_started).TotalSeconds;
    }
}
