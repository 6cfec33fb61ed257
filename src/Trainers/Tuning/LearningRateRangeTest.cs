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

    // A line lies through this share of the steps.
    private const int WindowsOfSteps = 4;

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

    // The slope of a straight line through the losses of many steps: between two steps it is that of their batches, which differ more than the learning rate changes.
    private static double? Steepest(List<LearningRatePoint> points)
    {
        int around = Math.Max(1, points.Count / (2 * WindowsOfSteps));
        double? rate = null;
        double steepest = 0;
        for (int i = around; i < points.Count - around; i++)
        {
            double slope = Enumerable.Range(-around, 2 * around + 1).Sum(offset => offset * points[i + offset].Loss);
            if (slope < steepest)
                (steepest, rate) = (slope, points[i].LearningRate);
        }
        return rate;
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
            _best = Math.Min(_best, smoothed);
            double size = _best > 0 ? _best : Math.Max(-_best, Points[0].SmoothedLoss - _best);
            bool hasExploded = Points.Count > FirstSteps && smoothed - _best > (Explosion - 1) * size;
            if (Points.Count == steps || hasExploded)
                throw new ShortFit.EndedException();
        }
    }
}
