namespace MLNet.LossExperiments.Models;

/// <summary>Platt's scaling (Platt 1999): the probability of the positive class is 1 / (1 + e^(slope · score + offset)), with a negative slope where scores are of any use.</summary>
/// <param name="Slope">The slope.</param>
/// <param name="Offset">The offset.</param>
public sealed record PlattCalibration(double Slope, double Offset) : ScoreCalibration
{
    /// <inheritdoc/>
    public override float Probability(float score) => (float)(1 / (1 + Math.Exp(Slope * score + Offset)));
}
