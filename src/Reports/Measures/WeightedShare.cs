namespace MLNet.LossExperiments.Reports;

/// <summary>Adds up how often something came true, row by row.</summary>
internal struct WeightedShare
{
    private double _came;
    private double _squares;

    /// <summary>The weight of all rows.</summary>
    public double Weight { get; private set; }

    /// <summary>The share of the weight in which it came true; NaN of no rows.</summary>
    public readonly double Value => Weight > 0 ? _came / Weight : double.NaN;

    public void Add(bool came, double weight)
    {
        Weight += weight;
        _squares += weight * weight;
        if (came)
            _came += weight;
    }

    /// <summary>The interval of the share. Rows of unequal weight tell as much as (Σw)² / Σw² equal ones (Kish 1965).</summary>
    public readonly (double Low, double High) Interval(double confidence) => WilsonInterval.Of(Value, _squares > 0 ? Weight * Weight / _squares : 0, confidence);
}
