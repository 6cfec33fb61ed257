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

    /// <summary>An epoch begins.</summary>
    /// <param name="epoch">Its number, from 1.</param>
    void EpochStarted(int epoch)
    {
    }

    /// <summary>A step was taken.</summary>
    /// <param name="taken">The step.</param>
    void StepTaken(TrainingStep taken)
    {
    }

    /// <summary>An epoch has ended and was measured; called for each network of an ensemble that has not stopped yet.</summary>
    /// <param name="epoch">The measurements.</param>
    /// <param name="member">The number of the network in an ensemble, from 0; otherwise 0.</param>
    void EpochEnded(EpochRecord epoch, int member)
    {
    }

    /// <summary>Training has ended and the best epoch's weights are restored.</summary>
    /// <param name="histories">How it went, for each network of an ensemble; otherwise one.</param>
    void FitEnded(IReadOnlyList<TrainingHistory> histories)
    {
    }
}
