using MLNet.LossExperiments.Data;
using MLNet.LossExperiments.Native;
using MLNet.LossExperiments.Network;
using MLNet.LossExperiments.Schedules;
using TorchSharp;

namespace MLNet.LossExperiments.Training;

/// <summary>
/// Networks that are trained together, step by step. Members share the architecture, the options and the number of rows; each has its own task, rows, learning rate and randomness, and may leave before the
/// others. A single fit is a cohort of one.
/// </summary>
internal sealed class Cohort
{
    // How many features are gathered from the rows at once, in their new order: 2^21 are 8 MiB, which stay near the processor and whose memory is used again.
    private const long MostGathered = 1 << 21;

    // Members leave once they are so large a share: each time the rest moves together, which takes time and memory.
    private const double ShareThatLeaves = 0.25;

    private readonly MlpOptions _options;
    private readonly EpochBatches _batches;
    private readonly int _mostCores;
    private CohortStack _stack;

    /// <param name="network">The networks.</param>
    /// <param name="members">Its members, those with one loss side by side; either all have one source of rows, or each has its own in memory, of one number.</param>
    /// <param name="average">The running averages of the parameters, [members, parameters], filled in here; null for none.</param>
    /// <param name="options">The options that all share.</param>
    /// <param name="mostCores">The most cores that small networks are shared out among; null for all.</param>
    public Cohort(CohortNetwork network, IReadOnlyList<Member> members, torch.Tensor? average, MlpOptions options, int? mostCores = null)
    {
        _options = options;
        _mostCores = mostCores ?? Environment.ProcessorCount;
        int rowCount = members[0].Rows.Training.Count;
        _batches = new EpochBatches(rowCount, options.Optimizer.IsFullBatch ? rowCount : options.BatchSize, options.DropLast, options.BatchNormalization);
        Schedules = [.. members.Select(_ => options.Schedule.CreateState(options.Epochs, _batches.Count))];
        _stack = new CohortStack(network, members, average?.copy_(network.Parameters), options, _batches.Largest, _mostCores);
    }

    /// <summary>Those that have not left.</summary>
    public IReadOnlyList<Member> Members => _stack.Members;

    /// <summary>The schedule of each member.</summary>
    public IReadOnlyList<ScheduleState> Schedules { get; private set; }

    /// <summary>The learning rate of each member's last step.</summary>
    public IReadOnlyList<double> LearningRates => _stack.LearningRates;

    /// <summary>Whether the networks are so small that libtorch's threads would only be in the way.</summary>
    public bool IsSmall => _stack.Pass is SimdPass;

    /// <summary>The number of steps taken so far.</summary>
    public long Steps { get; set; }

    /// <summary>Every tensor that training changes, in a fixed order: what a checkpoint saves, and what is copied back into to resume.</summary>
    public IReadOnlyList<torch.Tensor> State => _stack.State;

    /// <summary>For each member whether all its weights are numbers.</summary>
    public IReadOnlyList<bool> AreFinite => [.. _stack.Network.Parameters.isfinite().all(1).cpu().data<bool>()];

    /// <summary>What the networks make of rows, as they are measured and kept.</summary>
    public Evaluation Evaluation => new(_stack.Groups, Members, _stack.Average is { } average ? _stack.Network.WithParameters(average) : _stack.Network);

    /// <summary>The training rows of the members.</summary>
    public CohortRows TrainingRows => _stack.TrainingRows;

    /// <summary>The validation rows of the members; null where there are none.</summary>
    public CohortRows? ValidationRows => _stack.ValidationRows;

    /// <summary>Passes once over the training rows of all members; the mean loss of each on the way.</summary>
    /// <param name="epoch">The epoch's number, from 1.</param>
    /// <param name="checkAlive">Throws when the fit is to end.</param>
    /// <param name="observe">Is told each step; null where nobody listens.</param>
    public IReadOnlyList<double> TrainEpoch(int epoch, Action checkAlive, Action<TrainingStep>? observe)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        foreach (Member member in Members)
            member.Random.BeginEpoch(epoch);
        torch.Device device = _stack.Network.Parameters.device;
        // Apple's devices have no doubles.
        torch.Tensor lossSums = torch.zeros(Members.Count, device.type == DeviceType.MPS ? torch.float32 : torch.float64, device);
        long seen = 0;
        // Whole batches, so that only the last of an epoch may be short.
        long most = Math.Max(1, MostGathered / ((long)Members.Count * _stack.Network.Shape.FeatureCount * _batches.Size)) * _batches.Size;
        foreach (RowStack part in _stack.TrainingRows.Shuffled((member, order) => Members[member].Random.DrawOrder(order), most))
        {
            long count, all = part.Count;
            for (long start = 0; start < all; start += count)
            {
                count = Math.Min(_batches.Size, all - start);
                if (_batches.IsLeftOut(count, isFirst: seen == 0))
                    break;
                using DisposeScope step = torch.NewDisposeScope();
                torch.Tensor sums = Step(part, start, count, checkAlive);
                lossSums.PlusInPlace(sums);
                seen += count;
                observe?.Invoke(new TrainingStep(epoch, Steps, LearningRates[0], (int)count, sums));
            }
        }
        return [.. lossSums.cpu().to_type(torch.float64).data<double>().Select(sum => sum / seen)];
    }

    /// <summary>Lets the members go that have stopped, once they are many; their results are theirs to keep.</summary>
    public void LetGo()
    {
        int[] staying = [.. Enumerable.Range(0, Members.Count).Where(i => !Members[i].HasStopped)];
        if (staying.Length == 0 || Members.Count - staying.Length < Math.Max(1, ShareThatLeaves * Members.Count))
            return;
        foreach (Member member in Members.Where(member => member.HasStopped))
            member.Restore();
        using torch.Tensor places = torch.tensor(staying.Select(i => (long)i).ToArray()).to(_stack.Network.Parameters.device);
        CohortNetwork network = _stack.Network.Select(places);
        torch.Tensor? average = _stack.Average?.index_select(0, places);
        Member[] members = [.. staying.Select(i => Members[i])];
        for (int i = 0; i < members.Length; i++)
            members[i].MoveTo(network.Member(i), average?.narrow(0, i, 1));
        Schedules = [.. staying.Select(i => Schedules[i])];
        var stack = new CohortStack(network, members, average, _options, _batches.Largest, _mostCores);
        stack.Rule.TakeOver(_stack.Rule, staying);
        _stack = stack;
    }

    // Gives the weighted sum of the losses of each member, [members], before the step.
    private torch.Tensor Step(RowStack rows, long start, long count, Action checkAlive)
    {
        torch.Tensor? sums = null;
        _stack.FollowSchedules(Schedules, Steps);
        _stack.Rule.Step(_stack.Network.Parameters, _stack.Network.Gradients, _stack.LearningRate, () =>
        {
            // A line search evaluates all rows many times in a step.
            checkAlive();
            (torch.Tensor objective, torch.Tensor lossSums) = Evaluate(rows, start, count);
            sums ??= lossSums;
            return objective;
        });
        Steps++;
        if (_options.MaxNorm is { } limit)
            _stack.Network.LimitNorms(limit);
        if (_options.AveragingDecay is { } decay)
            _stack.Average!.TimesInPlace(decay).PlusInPlace(_stack.Network.Parameters, 1 - decay);
        return sums!;
    }

    private (torch.Tensor Objective, torch.Tensor LossSums) Evaluate(RowStack rows, long start, long count)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        LabelStack batch = rows.Labels.Rows(start, count);
        torch.Tensor outputs = _stack.Pass.Forward(rows.Features, start, count);
        BatchObjective objective = BatchObjective.Of(_stack.Groups, outputs, batch);
        if (Steps == 0)
            NoteFaults(objective.FindFaults(_stack.Groups, outputs, batch));
        _stack.Pass.Backward(objective.Gradient, 1f / count);
        if (_stack.Penalty.IsOn)
            _stack.Penalty.AddGradient(_stack.Network.Parameters, _stack.Network.Gradients);
        if (_options.GradientClippingNorm is { } limit)
            Clip(_stack.Network.Gradients, limit);
        torch.Tensor sums = objective.Sums.MoveToOuterDisposeScope();
        return (_options.Optimizer.IsFullBatch ? FullObjective(sums, batch.Count).MoveToOuterDisposeScope() : sums, sums);
    }

    private void NoteFaults(IReadOnlyList<MlpTrainingException?> faults)
    {
        for (int i = 0; i < faults.Count; i++)
            Members[i].Failure ??= faults[i];
    }

    // What the gradient is the gradient of, for a rule that compares losses.
    private torch.Tensor FullObjective(torch.Tensor sums, int count)
    {
        torch.Tensor units = torch.tensor(Members.Select(member => (member.Output.Scaling?.GradientScale[0] ?? 1) / count).ToArray()).to_type(torch.float32).to(sums.device);
        torch.Tensor losses = sums * units;
        return _stack.Penalty.IsOn ? losses.Plus(_stack.Penalty.Value(_stack.Network.Parameters)) : losses;
    }

    private static void Clip(torch.Tensor gradients, double limit)
    {
        torch.Tensor norms = gradients.Squared().sum(1, keepdim: true).sqrt_();
        gradients.mul_(norms.PlusInPlace(1e-6).reciprocal_().TimesInPlace(limit).AtMost(1));
    }
}
