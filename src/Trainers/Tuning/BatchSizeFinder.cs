using System.Diagnostics;
using System.Runtime.InteropServices;

namespace MLNet.LossExperiments.Tuning;

/// <summary>Times a few steps with batches of 8, 16, 32, … rows, up to all rows or the device's memory.</summary>
internal static class BatchSizeFinder
{
    private const int Smallest = 8;
    private const int WarmUpSteps = 3;
    private const int MostSteps = 200;
    private const double FastEnough = 0.8;
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(0.2);

    /// <param name="largest">The largest size to try.</param>
    /// <param name="options">The trainer's options.</param>
    /// <param name="fit">Fits with other options.</param>
    public static BatchSizeCurve Run<TOptions>(int largest, TOptions options, Action<TOptions> fit)
        where TOptions : MlpOptions
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(largest, Smallest);
        if (options.Optimizer.IsFullBatch)
            throw new InvalidOperationException($"The optimizer {options.Optimizer.Name} takes all rows in each step: there is no batch size to look for.");
        var points = new List<BatchSizePoint>();
        bool ranOutOfMemory = false;
        for (long size = Smallest; size <= largest && !ranOutOfMemory; size *= 2)
        {
            var timer = new Timer();
            try
            {
                ShortFit.Run(options with { BatchSize = (int)size, Epochs = MostSteps }, timer, fit);
            }
            catch (ExternalException e) when (points.Count > 0 && e.Message.Contains("memory", StringComparison.OrdinalIgnoreCase))
            {
                ranOutOfMemory = true;
                continue;
            }
            points.Add(new BatchSizePoint((int)size, timer.RowsPerSecond));
            if (size >= timer.TrainingRows)
                break;
        }
        double fastest = points.Max(point => point.RowsPerSecond);
        return new BatchSizeCurve(points, points.First(point => point.RowsPerSecond >= FastEnough * fastest).BatchSize, ranOutOfMemory);
    }

    private sealed class Timer : ITrainingObserver
    {
        private int _steps;
        private long _started;
        private TimeSpan _elapsed;
        private long _rows;

        public int TrainingRows { get; private set; }

        public double RowsPerSecond => _rows / _elapsed.TotalSeconds;

        public void FitStarted(FitStart start) => TrainingRows = start.TrainingRows;

        // Reading the loss waits until the device has done the step.
        public void StepTaken(TrainingStep taken)
        {
            taken.ReadLoss();
            _steps++;
            if (_steps <= WarmUpSteps)
            {
                _started = Stopwatch.GetTimestamp();
                return;
            }
            _rows += taken.RowCount;
            _elapsed = Stopwatch.GetElapsedTime(_started);
            if (_steps == MostSteps || _elapsed >= LongEnough)
                throw new ShortFit.EndedException();
        }
    }
}
