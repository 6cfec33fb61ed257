namespace MLNet.LossExperiments.Experiments;

/// <summary>Receives the progress of an experiment, one call at a time, but from several threads. All methods are optional. An exception ends the experiment and reaches the caller.</summary>
public interface IExperimentObserver
{
    /// <summary>The experiment begins.</summary>
    /// <param name="start">What is about to be trained.</param>
    void ExperimentStarted(ExperimentStart start)
    {
    }

    /// <summary>A cohort of cells has trained for one more epoch.</summary>
    /// <param name="progress">How far it has come.</param>
    void EpochEnded(CohortProgress progress)
    {
    }

    /// <summary>A cell is finished.</summary>
    /// <param name="cell">The cell.</param>
    void CellFinished(ExperimentCell cell)
    {
    }
}
