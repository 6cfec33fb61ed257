using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments;

/// <summary>Is told how a fit goes, on the thread that fits. Each method may be left out. An exception ends the fit and reaches the caller of <c>Fit</c>.</summary>
public interface ITrainingObserver
{
    /// <summary>The rows are read and training begins.</summary>
    /// <param name="start">What is about to be trained, and on what.</param>
    void FitStarted(FitStart start)
    {
    }

    /// <summary>An epoch has ended and was measured.</summary>
    /// <param name="epoch">The measurements.</param>
    void EpochEnded(EpochRecord epoch)
    {
    }

    /// <summary>Training has ended and the best epoch's weights are restored.</summary>
    /// <param name="history">How it went.</param>
    void FitEnded(TrainingHistory history)
    {
    }
}
