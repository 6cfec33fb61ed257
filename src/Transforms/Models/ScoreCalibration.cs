namespace MLNet.LossExperiments.Models;

/// <summary>Turns the score of a binary model into a probability, as fitted to validation rows.</summary>
public abstract record ScoreCalibration
{
    private protected ScoreCalibration()
    {
    }
}
