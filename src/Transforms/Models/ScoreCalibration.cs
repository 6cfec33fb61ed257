namespace MLNet.LossExperiments.Models;

/// <summary>Turns the score of a binary model into a probability, as fitted to validation rows.</summary>
public abstract record ScoreCalibration
{
    private protected ScoreCalibration()
    {
    }

    /// <summary>The probability of the positive class.</summary>
    /// <param name="score">The raw score.</param>
    /// <returns>A probability in [0, 1], rising with the score.</returns>
    public abstract float Probability(float score);
}
