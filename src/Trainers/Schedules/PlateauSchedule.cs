namespace MLNet.LossExperiments.Schedules;

/// <summary>Multiplies the learning rate by a factor when what is watched (<see cref="MlpOptions.Monitor"/> on the validation rows; without any, the running training loss) no longer gets better.</summary>
public sealed record PlateauSchedule : LearningRateSchedule
{
    internal const int DefaultPatience = 10;
    internal const double DefaultThreshold = 1e-4;

    internal PlateauSchedule()
        : base("plateau")
    {
    }

    /// <summary>The factor. In (0, 1); default 0.1.</summary>
    public double Factor { get; init; } = StepSchedule.DefaultFactor;

    /// <summary>How many epochs without an improvement are tolerated. At least 0; default 10.</summary>
    public int Patience { get; init; } = DefaultPatience;

    /// <summary>The share of the best, whatever its sign, by which an epoch must be better to count as an improvement. In [0, 1); default 0.0001.</summary>
    public double Threshold { get; init; } = DefaultThreshold;

    /// <summary>For how many epochs after a reduction nothing is counted. At least 0; default 0.</summary>
    public int Cooldown { get; init; }

    /// <summary>The least factor, as a share of the learning rate. In [0, 1]; default 0.</summary>
    public double Minimum { get; init; }

    private protected override (string Name, object Value)[] Settings => [("factor", Factor), ("patience", Patience), ("threshold", Threshold), ("cooldown", Cooldown), ("minimum", Minimum)];

    private protected override ScheduleCourse CreateCourse(long steps, long stepsPerEpoch) => new Course(this);

    internal override IEnumerable<OptionFault> FindFaults()
    {
        foreach (OptionFault fault in base.FindFaults().Concat(MinimumFaults(Minimum)))
            yield return fault;
        if (Factor is not (> 0 and < 1))
            yield return new(nameof(MlpOptions.Schedule), $"has the factor {Factor}, but it must be greater than 0 and less than 1.");
        if (Patience < 0)
            yield return new(nameof(MlpOptions.Schedule), $"has the patience {Patience}, but it must be at least 0.");
        if (Threshold is not (>= 0 and < 1))
            yield return new(nameof(MlpOptions.Schedule), $"has the threshold {Threshold}, but it must be at least 0 and less than 1.");
        if (Cooldown < 0)
            yield return new(nameof(MlpOptions.Schedule), $"has the cooldown {Cooldown}, but it must be at least 0.");
    }

    private sealed class Course(PlateauSchedule schedule) : ScheduleCourse
    {
        private double _factor = 1;
        private double _best = double.NaN;
        private double _bad;
        private double _cooling;

        public override double Factor(long step) => _factor;

        public override void EpochEnded(double watched, bool isHigherBetter)
        {
            // A share of the best's size: losses that are likelihoods, and metrics such as R², can be negative.
            double least = Math.Abs(_best) * schedule.Threshold;
            bool isBetter = double.IsNaN(_best) || (isHigherBetter ? watched > _best + least : watched < _best - least);
            if (isBetter)
                _best = watched;
            _bad = isBetter ? 0 : _bad + 1;
            if (_cooling > 0)
            {
                _cooling--;
                _bad = 0;
            }
            if (_bad <= schedule.Patience)
                return;
            _factor = Math.Max(_factor * schedule.Factor, schedule.Minimum);
            _cooling = schedule.Cooldown;
            _bad = 0;
        }

        public override double[] Save() => [_factor, _best, _bad, _cooling];

        public override void Restore(double[] saved) => (_factor, _best, _bad, _cooling) = (saved[0], saved[1], saved[2], saved[3]);
    }
}
