using MathNet.Numerics.Statistics;

namespace MLNet.LossExperiments.Tuning;

/// <summary>
/// The learning-rate range test (Smith, "Cyclical learning rates for training neural networks", 2017): one short fit whose learning rate rises from step to step until the loss explodes.
/// </summary>
internal static class LearningRateRangeTest
{
    private const double Smoothing = 0.9;

    // The loss has exploded when it is this many times the best so far, but not in the first steps, which are noise. A best that is not positive counts by its size, or by how far the loss had come down.
    private const double Explosion = 4;
    private const int FirstSteps = 10;

    // Steps before and after one are together this share of all.
    private const int WindowsOfSteps = 3;

    /// <param name="range">The learning rates.</param>
    /// <param name="options">The trainer's options.</param>
    /// <param name="fit">Fits with other options.</param>
    public static LearningRateCurve Run<TOptions>(LearningRateRange range, TOptions options, Action<TOptions> fit)
        where TOptions : MlpOptions
    {
        range.ThrowIfFaulty();
        if (options.Optimizer.IsFullBatch)
            throw new InvalidOperationException($"The optimizer {options.Optimizer.Name} finds its step by itself: there is no learning rate to look for.");
        var recorder = new Recorder(range.Steps);
        try
        {
            ShortFit.Run(
                options with { Optimizer = options.Optimizer with { LearningRate = range.Maximum }, Schedule = new GeometricSchedule(range.Minimum / range.Maximum, range.Steps), Epochs = range.Steps },
                recorder,
                fit);
        }
        catch (MlpTrainingException) when (recorder.Points.Count > 0)
        {
            // The weights left the numbers at the end of an epoch: no greater learning rate is worth a try.
        }
        return new LearningRateCurve(recorder.Points, Steepest(recorder.Points));
    }

    // By how much the median of the steps after one is below that of the steps before it: two steps alone differ by their batches more than by the learning rate, and a few rows far off must not decide.
    private static double? Steepest(List<LearningRatePoint> points)
    {
        int around = Math.Max(1, points.Count / (2 * WindowsOfSteps));
        double? rate = null;
        double steepest = 0;
        for (int i = around; i < points.Count - around; i++)
        {
            double slope = Median(points.Skip(i + 1).Take(around)) - Median(points.Skip(i - around).Take(around));
            if (slope < steepest)
                (steepest, rate) = (slope, points[i].LearningRate);
        }
        return rate;

        static double Median(IEnumerable<LearningRatePoint> some) => some.Select(point => point.Loss).Median();
    }

    private sealed class Recorder(int steps) : ITrainingObserver
    {
        private double _sum;
        private double _weight;
        private double _best = double.PositiveInfinity;

        public List<LearningRatePoint> Points { get; } = [];

        public void StepTaken(TrainingStep taken)
        {
            double loss = taken.ReadLoss();
            if (!double.IsFinite(loss))
                throw new ShortFit.EndedException();
            _sum = Smoothing * _sum + loss;
            _weight = Smoothing * _weight + 1;
            double smoothed = _sum / _weight;
            Points.Add(new LearningRatePoint(taken.LearningRate, loss, smoothed));
            // The first averages are of a few batches, and one that happens to be low is no best to explode from.
            if (Points.Count >= FirstSteps)
                _best = Math.Min(_best, smoothed);
            double size = _best > 0 ? _best : Math.Max(-_best, Points[0].SmoothedLoss - _best);
            bool hasExploded = Points.Count > FirstSteps && smoothed - _best > (Explosion - 1) * size;
            if (Points.Count == steps || hasExploded)
                throw new ShortFit.EndedException();
        }
    }
}
