namespace MLNet.LossExperiments.Training;

/// <summary>Follows one number over the epochs: which was best, and for how long none was better by a minimum.</summary>
internal sealed class EarlyStopping(int patience, bool isHigherBetter, double minimumImprovement = 0)
{
    private double _best = isHigherBetter ? double.NegativeInfinity : double.PositiveInfinity;
    private double _last = isHigherBetter ? double.NegativeInfinity : double.PositiveInfinity;
    private int _epochsSinceImprovement;

    public bool IsHigherBetter => isHigherBetter;

    public bool IsOver => _epochsSinceImprovement >= patience;

    /// <summary>What is remembered, for a checkpoint.</summary>
    public (double Best, double LastImprovement, int EpochsSince) State
    {
        get => (_best, _last, _epochsSinceImprovement);
        set => (_best, _last, _epochsSinceImprovement) = value;
    }

    /// <summary>Notes the number of one more epoch; true if it is the best so far, by however little.</summary>
    public bool IsBest(double value)
    {
        bool isImprovement = isHigherBetter ? value > _last + minimumImprovement : value < _last - minimumImprovement;
        _epochsSinceImprovement = isImprovement ? 0 : _epochsSinceImprovement + 1;
        if (isImprovement)
            _last = value;
        bool isBest = isHigherBetter ? value > _best : value < _best;
        if (isBest)
            _best = value;
        return isBest;
    }
}
