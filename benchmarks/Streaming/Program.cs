using System.Diagnostics;
using System.Globalization;
using Microsoft.ML;
using MLNet.LossExperiments;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Optimizers;
using MLNet.LossExperiments.Streaming;

// Trains one epoch on rows that are made on the fly, so many that they would not fit into memory, and prints how fast and in how much memory.
// Arguments: rows (default 20,000,000), features (50), rows held in memory (1,000,000).
int Argument(int place, int value) => args.Length > place ? int.Parse(args[place], CultureInfo.InvariantCulture) : value;
int rows = Argument(0, 20_000_000), features = Argument(1, 50), most = Argument(2, 1_000_000);

var context = new MLContext(seed: 1);
IDataView data = GeneratedRows.Create(context, rows, features);
static double Megabytes() => Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0;

long started = Stopwatch.GetTimestamp();
using (DataViewRowCursor cursor = data.GetRowCursor(data.Schema))
{
    while (cursor.MoveNext())
    {
    }
}
Console.WriteLine($"Walking over the rows without reading them: {rows / Stopwatch.GetElapsedTime(started).TotalSeconds / 1e6:F2} M rows/s. Peak {Megabytes():F0} MiB.");

var options = new MlpRegressionOptions
{
    HiddenSizes = [64, 32], Epochs = 1, BatchSize = 4096, Patience = null, MeasureTrainingLoss = false, Optimizer = Optimizer.Adam(0.003), Seed = 1, MaxRowsInMemory = most,
};
started = Stopwatch.GetTimestamp();
TrainingHistory history = context.Regression.Trainers.Mlp(options).Fit(data).Model.History;
TimeSpan taken = Stopwatch.GetElapsedTime(started);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
    $"{rows:N0} rows of {features} features ({rows * (features + 1L) * 4 / 1e9:F1} GB as floats), {most:N0} held: one epoch {history.Epochs[0].Seconds:F0} s, {rows / history.Epochs[0].Seconds / 1e6:F2} M rows/s; with the survey before it {taken.TotalSeconds:F0} s. Loss {history.Epochs[0].RunningTrainingLoss:F4}. Peak {Megabytes():F0} MiB."));
