using TorchSharp;

namespace MLNet.LossExperiments;

/// <summary>A training step that was just taken.</summary>
public sealed class TrainingStep
{
    private readonly torch.Tensor _sums;

    internal TrainingStep(int epoch, long number, double learningRate, int rowCount, torch.Tensor sums)
    {
        Epoch = epoch;
        Number = number;
        LearningRate = learningRate;
        RowCount = rowCount;
        _sums = sums;
    }

    /// <summary>The epoch, from 1.</summary>
    public int Epoch { get; }

    /// <summary>The number of the step, from 1, counted over all epochs.</summary>
    public long Number { get; }

    /// <summary>Its learning rate; of an ensemble that of the first network.</summary>
    public double LearningRate { get; }

    /// <summary>The number of rows in it.</summary>
    public int RowCount { get; }

    /// <summary>
    /// The mean loss of its rows before the step, with dropout on; of an ensemble the mean over the networks. Valid until the observer returns. Reading it waits for the device to finish the step, which
    /// slows training down on a graphics card.
    /// </summary>
    /// <returns>The loss.</returns>
    public double ReadLoss()
    {
        // A loss of one's own may come in 64 bits.
        using torch.Tensor mean = _sums.mean(), number = mean.cpu().to_type(torch.float64);
        return number.item<double>() / RowCount;
    }
}
