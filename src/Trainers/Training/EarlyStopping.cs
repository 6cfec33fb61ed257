namespace MLNet.LossExperiments.Training;

/// <summary>Follows one number over the epochs: which was best, and for how long none was better. A number that is not one is never better.</summary>
internal sealed class EarlyStopping(int patience, bool isHigherBetter)
{
    private double _best = isHigherBetter ? double.NegativeInfinity : double.PositiveInfinity;
    private int _epochsSinceBest;

    public bool IsOver => _epochsSinceBest >= patience;

    /// <summary>Notes the number of one more epoch; true if it is the best so far.</summary>
    public bool IsBest(double value)
    {
        bool isBetter = isHigherBetter ? value > _best : value < _best;
        _best = isBetter ? value : _best;
        _epochsSinceBest = isBetter ? 0 : _epochsSinceBest + 1;
        return isBetter;
    }
}
