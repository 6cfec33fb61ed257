using MLNet.LossExperiments.Checkpoints;
using MLNet.LossExperiments.Metrics;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Network;
using MLNet.LossExperiments.Schedules;
using TorchSharp;

namespace MLNet.LossExperiments.Training;

/// <summary>One network of a cohort: its rows, its randomness, its early stopping, its best weights so far.</summary>
internal sealed class Member
{
    private readonly EarlyStopping? _stopping;
    private readonly torch.Tensor _bestParameters;
    private readonly torch.Tensor _bestBuffers;

    /// <param name="task">What it learns.</param>
    /// <param name="form">What its outputs mean.</param>
    /// <param name="output">What happens to them.</param>
    /// <param name="random">Its randomness.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="network">The network that is trained, a cohort of one that shares memory with its companions.</param>
    /// <param name="average">The running average of its parameters, [1, parameters]; null for none.</param>
    /// <param name="options">The options that the cohort shares.</param>
    public Member(LearningTask task, PredictionForm form, OutputTransform output, MemberRandom random, MemberRows rows, CohortNetwork network, torch.Tensor? average, MlpOptions options)
    {
        Task = task;
        Form = form;
        Output = output;
        Random = random;
        Rows = rows;
        Network = network;
        Result = average is null ? network : network.WithParameters(average);
        Monitor = options.Monitor;
        IsWatched = options.Patience is not null || options.Schedule is PlateauSchedule;
        Metric = options.Monitor.Metric ?? task.Metric;
        LearningRate = options.Optimizer.LearningRate;
        _stopping = options.Patience is { } patience && rows.Validation is not null ? new EarlyStopping(patience, Monitor.IsHigherBetter, options.MinimumImprovement) : null;
        _bestParameters = torch.empty_like(network.Parameters);
        _bestBuffers = torch.empty_like(network.Buffers);
    }

    public LearningTask Task { get; }

    public PredictionForm Form { get; }

    public OutputTransform Output { get; }

    public MemberRandom Random { get; }

    public MemberRows Rows { get; }

    /// <summary>The network that is trained.</summary>
    public CohortNetwork Network { get; private set; }

    /// <summary>The network that is measured and kept: the trained one, or the one of its averaged parameters.</summary>
    public CohortNetwork Result { get; private set; }

    public ValidationMonitor Monitor { get; }

    /// <summary>Whether early stopping or the schedule follows <see cref="Watched"/>.</summary>
    public bool IsWatched { get; }

    /// <summary>What is measured beside the loss, unless that is another loss.</summary>
    public Metric Metric { get; init; }

    /// <summary>Whether it is measured after each epoch.</summary>
    public bool IsMeasured { get; init; } = true;

    /// <summary>The name of what is measured beside the loss.</summary>
    public string MetricName => Monitor.OtherLoss?.Name ?? Metric.Title;

    /// <summary>Its number among its companions, from 0.</summary>
    public int Number { get; init; }

    /// <summary>The learning rate, before the schedule.</summary>
    public double LearningRate { get; init; }

    public List<EpochRecord> Epochs { get; } = [];

    public int BestEpoch { get; private set; }

    /// <summary>Why it cannot be trained any further: its loss or its weights left the numbers. Null while all is well.</summary>
    public MlpTrainingException? Failure { get; set; }

    public bool HasStopped => Failure is not null || (_stopping?.IsOver ?? false);

    /// <summary>What a checkpoint saves beside the records of the epochs: tensors to copy, and numbers.</summary>
    public IReadOnlyList<torch.Tensor> State => [_bestParameters, _bestBuffers];

    /// <summary>How far it has come, beside <see cref="State"/>.</summary>
    /// <param name="schedule">What its schedule remembers.</param>
    public MemberCheckpoint Save(IReadOnlyList<double> schedule)
    {
        (double best, double lastImprovement, int epochsSince) = _stopping?.State ?? default;
        return new(BestEpoch, best, lastImprovement, epochsSince, schedule, [.. Epochs]);
    }

    /// <summary>Goes back to where <see cref="Save"/> was called.</summary>
    public void GoOnFrom(MemberCheckpoint saved)
    {
        BestEpoch = saved.BestEpoch;
        if (_stopping is not null)
            _stopping.State = (saved.Best, saved.LastImprovement, saved.EpochsSinceImprovement);
        Epochs.Clear();
        Epochs.AddRange(saved.Epochs);
    }

    /// <summary>Moves into another cohort.</summary>
    /// <param name="network">Its network there, with the weights that it has.</param>
    /// <param name="average">Its average there.</param>
    public void MoveTo(CohortNetwork network, torch.Tensor? average)
    {
        Network = network;
        Result = average is null ? network : network.WithParameters(average);
    }

    /// <summary>What metrics judge, from outputs after the output range.</summary>
    public torch.Tensor Predict(torch.Tensor outputs) => PointPrediction.Of(Form, outputs);

    /// <summary>The number that is watched.</summary>
    public double? Watched(EpochRecord epoch) => Monitor == ValidationMonitor.Loss ? epoch.ValidationLoss : epoch.ValidationMetric;

    /// <summary>Notes an epoch; with early stopping, keeps its weights if they are the best on the number that is watched.</summary>
    public void Observe(EpochRecord epoch)
    {
        Epochs.Add(epoch);
        if (_stopping is not null && _stopping.IsBest(Watched(epoch) ?? double.NaN))
        {
            BestEpoch = epoch.Epoch;
            _bestParameters.copy_(Result.Parameters);
            _bestBuffers.copy_(Result.Buffers);
        }
    }

    /// <summary>Puts the best epoch's weights into the result; without early stopping the last epoch's stay.</summary>
    public void Restore()
    {
        if (_stopping is null || BestEpoch == 0)
        {
            BestEpoch = Epochs.Count;
            return;
        }
        Result.Parameters.copy_(_bestParameters);
        Result.Buffers.copy_(_bestBuffers);
    }

    /// <summary>How it was trained.</summary>
    /// <param name="seed">Its seed.</param>
    /// <param name="isTimeUp">Whether the time limit ended training.</param>
    /// <param name="skippedRows">The number of rows left out.</param>
    public TrainingHistory Describe(int seed, bool isTimeUp, int skippedRows) => new(
        Task.Loss.Name,
        MetricName,
        seed,
        BestEpoch,
        HasStopped ? StopReason.NoImprovement : isTimeUp ? StopReason.TimeLimit : StopReason.EpochsDone,
        Rows.Training.Count,
        Rows.Validation?.Count ?? 0,
        skippedRows,
        Epochs);

    /// <summary>The trained network as plain arrays.</summary>
    public MlpNetwork Freeze() => Freezing.Freeze(Result.Shape, Result.Activation, Rows.InputScaler, Output, Result.Parameters, Result.Buffers);
}
