namespace MLNet.LossExperiments.Measures;

/// <summary>
/// The expected calibration error (ℓ₂) over bins of probabilities: the root of the mean squared difference between the probability of rows and how often it came true. Debiased: only products of different rows count,
/// Σ_{i≠j} r_i·r_j with r = came − probability, so that the square is unbiased, and 0 in expectation where probabilities are right (Kumar, Liang and Ma 2019, "Verified uncertainty calibration"; Lee et al. 2023,
/// "T-Cal"). The plug-in error is above 0 there, the more the fewer rows (Bröcker 2012). Squares below 0 count as 0.
/// </summary>
/// <param name="bins">The number of bins, all of one width.</param>
internal sealed class CalibrationError(int bins)
{
    /// <summary>As many as usual (Guo et al. 2017, "On calibration of modern neural networks").</summary>
    public const int UsualBins = 15;

    private readonly double[] _sums = new double[bins];
    private readonly double[] _squares = new double[bins];
    private readonly double[] _weights = new double[bins];
    private readonly double[] _squaredWeights = new double[bins];

    /// <summary>The error; NaN where no bin has two rows.</summary>
    public double Value
    {
        get
        {
            double error = 0, weight = 0;
            bool hasPairs = false;
            for (int bin = 0; bin < bins; bin++)
            {
                weight += _weights[bin];
                double pairs = _weights[bin] * _weights[bin] - _squaredWeights[bin];
                // One row alone leaves a rounding error at most.
                if (pairs <= 1e-12 * _squaredWeights[bin])
                    continue;
                hasPairs = true;
                error += _weights[bin] * (_sums[bin] * _sums[bin] - _squares[bin]) / pairs;
            }
            return hasPairs ? Math.Sqrt(Math.Max(0, error / weight)) : double.NaN;
        }
    }

    /// <summary>The bin of a probability.</summary>
    public static int BinOf(double probability, int bins) => Math.Clamp((int)(probability * bins), 0, bins - 1);

    /// <param name="bin">The bin of the row.</param>
    /// <param name="residual">1 where what the probability is of came true, otherwise 0, less the probability.</param>
    /// <param name="weight">The weight of the row. The same row drawn twice is one row of double weight.</param>
    public void Add(int bin, double residual, double weight)
    {
        double weighted = weight * residual;
        _sums[bin] += weighted;
        _squares[bin] += weighted * weighted;
        _weights[bin] += weight;
        _squaredWeights[bin] += weight * weight;
    }
}
