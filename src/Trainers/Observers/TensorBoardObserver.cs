using MLNet.LossExperiments.Models;
using TorchSharp;

namespace MLNet.LossExperiments.Observers;

/// <summary>
/// Writes TensorBoard event files while a fit goes on: loss/running_training, loss/training, loss/validation, metric/validation and learning_rate, by epoch. Show them with
/// <c>tensorboard --logdir</c> and the folder; each fit should have a folder of its own below it. An ensemble has a folder for each network, member-1, member-2, ….
/// </summary>
public sealed class TensorBoardObserver : ITrainingObserver
{
    private readonly List<TorchSharp.Modules.SummaryWriter> _writers = [];

    /// <summary>Makes the observer; files are written when a fit starts.</summary>
    /// <param name="folder">The folder, made where it is missing.</param>
    /// <exception cref="ArgumentException"><paramref name="folder"/> is empty.</exception>
    public TensorBoardObserver(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        Folder = folder;
    }

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <inheritdoc/>
    /// <exception cref="MlpTrainingException">The folder cannot be written.</exception>
    public void FitStarted(FitStart start)
    {
        ArgumentNullException.ThrowIfNull(start);
        _writers.Clear();
        RecordFile.Write($"The TensorBoard folder '{Folder}'", () =>
        {
            for (int member = 0; member < start.Members; member++)
                _writers.Add(torch.utils.tensorboard.SummaryWriter(start.Members == 1 ? Folder : Path.Combine(Folder, $"member-{member + 1}")));
        });
    }

    /// <inheritdoc/>
    /// <exception cref="MlpTrainingException">The folder cannot be written.</exception>
    public void EpochEnded(EpochRecord epoch, int member)
    {
        ArgumentNullException.ThrowIfNull(epoch);
        Add("loss/running_training", epoch.RunningTrainingLoss);
        Add("loss/training", epoch.TrainingLoss);
        Add("loss/validation", epoch.ValidationLoss);
        Add("metric/validation", epoch.ValidationMetric);
        Add("learning_rate", epoch.LearningRate);

        void Add(string tag, double? value)
        {
            if (value is double number)
                RecordFile.Write($"The TensorBoard folder '{Folder}'", () => _writers[member].add_scalar(tag, (float)number, epoch.Epoch));
        }
    }
}
