using MLNet.LossExperiments.Measures;

namespace MLNet.LossExperiments.Tests.Measures;

/// <summary>The debiased calibration error by hand, and its expectation by enumeration of all labels.</summary>
public sealed class CalibrationErrorTests
{
    private static double Of(IEnumerable<(double Probability, double Came, double Weight)> rows)
    {
        var error = new CalibrationError(CalibrationError.UsualBins);
        foreach ((double probability, double came, double weight) in rows)
            error.Add(CalibrationError.BinOf(probability, CalibrationError.UsualBins), came - probability, weight);
        return error.Value;
    }

    [Fact]
    public void Value_ThreeRows_IsTheMeanProductOfPairs() =>
        // Residuals −0.5, −0.5, −0.5: each of the six ordered pairs gives 0.25.
        Assert.Equal(0.5, Of([(0.5, 0, 1), (0.5, 0, 1), (0.5, 0, 1)]), 1e-12);

    [Fact]
    public void Value_TwoBins_WeighsThemByTheirRows()
    {
        // Bin of 0.1: residuals −0.1, −0.1, so 0.01. Bin of 0.9: 0.1, 0.1, 0.1, −0.9, so (−0.6² − 0.84) · 4 / 12 / 4 = −0.04 a row.
        double squared = (2 * 0.01 + 4 * (0.36 - 0.84) / 12) / 6;
        Assert.True(squared < 0);
        Assert.Equal(0, Of([(0.1, 0, 1), (0.1, 0, 1), (0.9, 1, 1), (0.9, 1, 1), (0.9, 1, 1), (0.9, 0, 1)]));
        Assert.Equal(Math.Sqrt((2 * 0.01 + 2 * 0.01) / 4), Of([(0.1, 0, 1), (0.1, 0, 1), (0.9, 1, 1), (0.9, 1, 1)]), 1e-12);
    }

    [Fact]
    public void Value_AllWeightsTenTimes_IsTheSame()
    {
        (double, double, double)[] rows = [(0.3, 0, 1), (0.31, 0, 2), (0.32, 1, 0.5), (0.7, 0, 3), (0.69, 0, 1)];
        Assert.True(Of(rows) > 0);
        Assert.Equal(Of(rows), Of(rows.Select(row => (row.Item1, row.Item2, 10 * row.Item3))), 1e-12);
    }

    [Fact]
    public void Value_NoTwoRowsInABin_IsNotDefined() => Assert.True(double.IsNaN(Of([(0.1, 0, 1), (0.5, 1, 3), (0.9, 1, 0.1)])));

    [Theory]
    [InlineData(0.5, 0.5, 6)]
    [InlineData(0.1, 0.1, 8)]
    [InlineData(0.3, 0.6, 7)]
    public void Value_Squared_IsUnbiased(double probability, double truth, int rows)
    {
        // Squares below 0 are cut off, so products are added up here, over every outcome.
        double expected = 0;
        for (int came = 0; came <= rows; came++)
        {
            double chance = Enumerable.Range(1, came).Aggregate(1.0, (product, i) => product * (rows - came + i) / i) * Math.Pow(truth, came) * Math.Pow(1 - truth, rows - came);
            double sum = came - rows * probability, squares = came * (1 - probability) * (1 - probability) + (rows - came) * probability * probability;
            double squared = (sum * sum - squares) / (rows * (rows - 1));
            Assert.Equal(Math.Sqrt(Math.Max(0, squared)), Of(Enumerable.Range(0, rows).Select(row => (probability, row < came ? 1.0 : 0.0, 1.0))), 1e-9);
            expected += chance * squared;
        }
        Assert.Equal((truth - probability) * (truth - probability), expected, 1e-9);
    }
}
