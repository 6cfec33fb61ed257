using MLNet.LossExperiments.Data;
using MLNet.LossExperiments.Native;
using MLNet.LossExperiments.Network;
using MLNet.LossExperiments.Optimizers;
using MLNet.LossExperiments.Schedules;
using TorchSharp;

namespace MLNet.LossExperiments.Training;

/// <summary>
/// Networks that are trained together, step by step. Members share the architecture, the options and the number of training rows; each has its own task, rows and randomness.
/// A single fit is a cohort of one.
/// </summary>
internal sealed class Cohort
{
    // How many features are gathered from the rows at once, in their new order: 2^24 are 64 MiB.
    private const long MostGathered = 1 << 24;

    private readonly CohortNetwork _network;
    private readonly IReadOnlyList<Member> _members;
    private readonly MlpOptions _options;
    private readonly DropoutMasks _dropout;
    private readonly WeightPenalty _penalty;
    private readonly UpdateRule _rule;
    private readonly torch.Tensor? _average;
    private readonly torch.Tensor _learningRate;
    private readonly double[] _learningRates;
    private readonly int _batchSize;
    private readonly int _rowCount;

    /// <param name="network">The networks.</param>
    /// <param name="members">Its members; either all have one source of training rows, or each has its own in memory.</param>
    /// <param name="average">The running averages of the parameters, [members, parameters], filled in here; null for none.</param>
    /// <param name="options">The options that all share.</param>
    public Cohort(CohortNetwork network, IReadOnlyList<Member> members, torch.Tensor? average, MlpOptions options)
    {
        _rowCount = members[0].Rows.Training.Count;
        if (members.Any(member => member.Rows.Training.Count != _rowCount))
            throw new ArgumentException("The members of a cohort have one number of training rows.", nameof(members));
        _network = network;
        _members = members;
        _options = options;
        _batchSize = options.Optimizer.IsFullBatch ? _rowCount : options.BatchSize;
        _dropout = new DropoutMasks(options.Dropout, [.. members.Select(member => member.Random.Dropout)]);
        _penalty = new WeightPenalty(network.Shape, options.L1Penalty, options.L2Penalty, network.Parameters.device);
        _rule = options.Optimizer.CreateRule(network.Parameters);
        _average = average?.copy_(network.Parameters);
        _learningRate = torch.empty([members.Count, 1], torch.float32, network.Parameters.device).FillInPlace(options.Optimizer.LearningRate);
        _learningRates = [.. members.Select(_ => options.Optimizer.LearningRate)];
        Schedules = [.. members.Select(_ => options.Schedule.CreateState(options.Epochs, StepsPerEpoch))];
    }

    public IReadOnlyList<Member> Members => _members;

    /// <summary>The schedule of each member.</summary>
    public IReadOnlyList<ScheduleState> Schedules { get; }

    /// <summary>The learning rate of each member's last step.</summary>
    public IReadOnlyList<double> LearningRates => _learningRates;

    /// <summary>The number of steps taken so far.</summary>
    public long Steps { get; set; }

    /// <summary>Every tensor that training changes, in a fixed order: what a checkpoint saves, and what is copied back into to resume.</summary>
    public IReadOnlyList<torch.Tensor> State =>
        [_network.Parameters, _network.Buffers, .. _average is null ? [] : new[] { _average }, .. _rule.State, .. _members.SelectMany(member => member.State)];

    private long StepsPerEpoch => Math.Max(1, _options.DropLast ? _rowCount / _batchSize : (_rowCount + _batchSize - 1L) / _batchSize);

    /// <summary>Passes once over the training rows of all members; the mean loss of each on the way.</summary>
    /// <param name="epoch">The epoch's number, from 1.</param>
    /// <param name="checkAlive">Throws when the fit is to end.</param>
    /// <param name="observe">Is told each step; null where nobody listens.</param>
    public IReadOnlyList<double> TrainEpoch(int epoch, Action checkAlive, Action<TrainingStep>? observe)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        foreach (Member member in _members)
            member.Random.BeginEpoch(epoch);
        torch.Device device = _network.Parameters.device;
        // Apple's devices have no doubles.
        torch.Tensor lossSums = torch.zeros(_members.Count, device.type == DeviceType.MPS ? torch.float32 : torch.float64, device);
        long seen = 0;
        foreach ((torch.Tensor features, IReadOnlyList<RowTable> rows) in Gathered())
        {
            long count;
            for (long start = 0; start < rows[0].Count; start += count)
            {
                count = Math.Min(_batchSize, rows[0].Count - start);
                if (IsLeftOut(count, isFirst: seen == 0))
                    break;
                checkAlive();
                using DisposeScope step = torch.NewDisposeScope();
                torch.Tensor sums = Step(features.narrow(1, start, count), [.. rows.Select(table => table.Slice(start, count))]);
                lossSums.PlusInPlace(sums);
                seen += count;
                observe?.Invoke(new TrainingStep(epoch, Steps, _learningRates[0], (int)count, sums));
            }
        }
        return [.. lossSums.cpu().to_type(torch.float64).data<double>().Select(sum => sum / seen)];
    }

    // The rows in their new order, a part at a time: [members, rows, features], and the table of each member. All parts but the last of an epoch hold whole batches.
    private IEnumerable<(torch.Tensor Features, IReadOnlyList<RowTable> Rows)> Gathered()
    {
        long most = Math.Max(1, MostGathered / ((long)_members.Count * _network.Shape.FeatureCount * _batchSize)) * _batchSize;
        foreach (IReadOnlyList<RowTable> blocks in Blocks())
        {
            int blockSize = blocks[0].Count;
            torch.Tensor[] orders = [.. _members.Select(member => member.DrawOrder(blockSize))];
            for (long start = 0; start < blockSize; start += most)
            {
                using DisposeScope scope = torch.NewDisposeScope();
                long count = Math.Min(most, blockSize - start);
                RowTable[] rows = [.. blocks.Select((block, i) => block.Select(orders[i].narrow(0, start, count)))];
                yield return (rows.Length == 1 ? rows[0].Features.unsqueeze(0) : torch.stack([.. rows.Select(table => table.Features)]), rows);
            }
        }
    }

    // Members that share their rows are given the same blocks; others have theirs in memory, one block each.
    private IEnumerable<IReadOnlyList<RowTable>> Blocks()
    {
        RowSource first = _members[0].Rows.Training;
        return _members.All(member => ReferenceEquals(member.Rows.Training, first))
            ? first.Blocks().Select(block => (IReadOnlyList<RowTable>)[.. _members.Select(_ => block)])
            : [[.. _members.Select(member => ((InMemoryRows)member.Rows.Training).Table)]];
    }

    // The variance of a single row is 0, so batch normalisation cannot learn from one; a first batch is never left out, or nothing would be learnt at all.
    private bool IsLeftOut(long count, bool isFirst) =>
        !isFirst && ((_options.DropLast && count < _batchSize) || (_options.BatchNormalization && count < 2));

    // Gives the weighted sum of the losses of each member, [members], before the step.
    private torch.Tensor Step(torch.Tensor features, IReadOnlyList<RowTable> batches)
    {
        torch.Tensor? sums = null;
        FollowSchedules();
        _rule.Step(_network.Parameters, _network.Gradients, _learningRate, () =>
        {
            (torch.Tensor objective, torch.Tensor lossSums) = Evaluate(features, batches);
            sums ??= lossSums;
            return objective;
        });
        Steps++;
        if (_options.MaxNorm is { } limit)
            _network.LimitNorms(limit);
        if (_options.AveragingDecay is { } decay)
            _average!.TimesInPlace(decay).PlusInPlace(_network.Parameters, 1 - decay);
        return sums!;
    }

    private (torch.Tensor Objective, torch.Tensor LossSums) Evaluate(torch.Tensor features, IReadOnlyList<RowTable> batches)
    {
        // A line search evaluates many times in a step.
        using DisposeScope scope = torch.NewDisposeScope();
        (torch.Tensor outputs, ForwardTape tape) = _network.Forward(features, _dropout);
        BatchObjective objective = BatchObjective.Of(_members, outputs, batches);
        if (Steps == 0)
            objective.ThrowIfNotFinite(_members, outputs, batches);
        _network.Backward(tape, objective.Gradient);
        if (_penalty.IsOn)
            _penalty.AddGradient(_network.Parameters, _network.Gradients);
        if (_options.GradientClippingNorm is { } limit)
            Clip(_network.Gradients, limit);
        torch.Tensor sums = objective.Sums.MoveToOuterDisposeScope();
        return (_options.Optimizer.IsFullBatch ? FullObjective(sums, batches[0].Count).MoveToOuterDisposeScope() : sums, sums);
    }

    // What the gradient is the gradient of, for a rule that compares losses.
    private torch.Tensor FullObjective(torch.Tensor sums, int count)
    {
        torch.Tensor units = torch.tensor(_members.Select(member => (member.Output.Scaling?.GradientScale[0] ?? 1) / count).ToArray()).to_type(torch.float32).to(sums.device);
        torch.Tensor losses = sums * units;
        return _penalty.IsOn ? losses.Plus(_penalty.Value(_network.Parameters)) : losses;
    }

    private void FollowSchedules()
    {
        for (int i = 0; i < _members.Count; i++)
        {
            double rate = _options.Optimizer.LearningRate * Schedules[i].Factor(Steps);
            if (rate == _learningRates[i])
                continue;
            _learningRates[i] = rate;
            _learningRate.select(0, i).FillInPlace(rate);
        }
    }

    private static void Clip(torch.Tensor gradients, double limit)
    {
        torch.Tensor norms = gradients.Squared().sum(1, keepdim: true).sqrt_();
        gradients.mul_(norms.PlusInPlace(1e-6).reciprocal_().TimesInPlace(limit).AtMost(1));
    }
}
