using MLNet.LossExperiments.Data;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Network;
using TorchSharp;

namespace MLNet.LossExperiments.Training;

/// <summary>One network of a cohort: its rows, its randomness, its early stopping, its best weights so far.</summary>
internal sealed class Member(LearningTask task, MemberRandom random, RowTable training, RowTable? validation, EarlyStopping? stopping, CohortNetwork network)
{
    private readonly torch.Tensor _bestParameters = torch.empty_like(network.Parameters);
    private readonly torch.Tensor _bestBuffers = torch.empty_like(network.Buffers);

    public LearningTask Task => task;

    /// <summary>What happens to the outputs of the network.</summary>
    public OutputTransform Output { get; } = task.OutputTransform(training);

    public RowTable Training => training;

    public RowTable? Validation => validation;

    /// <summary>The member as a cohort of its own, sharing memory with its companions.</summary>
    public CohortNetwork Network => network;

    public List<EpochRecord> Epochs { get; } = [];

    public int BestEpoch { get; private set; }

    public bool HasStopped { get; private set; }

    /// <summary>The training rows in a new random order.</summary>
    public RowTable Shuffle()
    {
        using torch.Tensor order = torch.randperm(training.Count, generator: random.Order).to(training.Features.device);
        return training.Select(order);
    }

    /// <summary>Notes an epoch; with early stopping, keeps its weights if they are the best on the number that is monitored.</summary>
    public void Observe(EpochRecord epoch, Monitor monitor)
    {
        Epochs.Add(epoch);
        if (stopping is null)
            return;
        if (stopping.IsBest((monitor == Monitor.Loss ? epoch.ValidationLoss : epoch.ValidationMetric) ?? double.NaN))
        {
            BestEpoch = epoch.Epoch;
            _bestParameters.copy_(network.Parameters);
            _bestBuffers.copy_(network.Buffers);
        }
        HasStopped = stopping.IsOver;
    }

    /// <summary>Puts the best epoch's weights back; without early stopping the last epoch's stay.</summary>
    public void Restore()
    {
        if (stopping is null)
        {
            BestEpoch = Epochs.Count;
            return;
        }
        network.Parameters.copy_(_bestParameters);
        network.Buffers.copy_(_bestBuffers);
    }
}
