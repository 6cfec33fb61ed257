using MLNet.LossExperiments.Data;
using MLNet.LossExperiments.Native;
using MLNet.LossExperiments.Network;
using MLNet.LossExperiments.Optimizers;
using TorchSharp;

namespace MLNet.LossExperiments.Training;

/// <summary>
/// Networks that are trained together, step by step. Members share the architecture, the batch size, the optimizer and the number of training rows; each has its own task,
/// rows, randomness and learning rate. A single fit is a cohort of one.
/// </summary>
internal sealed class Cohort
{
    private readonly CohortNetwork _network;
    private readonly IReadOnlyList<Member> _members;
    private readonly MlpOptions _options;
    private readonly DropoutMasks _dropout;
    private readonly UpdateRule _rule;
    private readonly torch.Tensor _learningRate;

    public Cohort(CohortNetwork network, IReadOnlyList<Member> members, DropoutMasks dropout, MlpOptions options)
    {
        if (members.Any(member => member.Training.Count != members[0].Training.Count))
            throw new ArgumentException("The members of a cohort have one number of training rows.", nameof(members));
        _network = network;
        _members = members;
        _options = options;
        _dropout = dropout;
        _rule = options.Optimizer.CreateRule(network.Parameters);
        _learningRate = torch.empty([members.Count, 1], torch.float32, network.Parameters.device).FillInPlace(options.Optimizer.LearningRate);
    }

    public IReadOnlyList<Member> Members => _members;

    /// <summary>Passes once over the training rows of all members; the mean loss of each on the way.</summary>
    public IReadOnlyList<double> TrainEpoch(Action checkAlive)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        IReadOnlyList<RowTable> shuffled = [.. _members.Select(member => member.Shuffle())];
        torch.Tensor features = shuffled.Count == 1 ? shuffled[0].Features.unsqueeze(0) : torch.stack([.. shuffled.Select(rows => rows.Features)]);
        torch.Device device = _network.Parameters.device;
        // Apple's devices have no doubles.
        torch.Tensor lossSums = torch.zeros(_members.Count, device.type == DeviceType.MPS ? torch.float32 : torch.float64, device);
        long rowCount = features.shape[1];
        long seen = 0;
        for (; seen < rowCount; seen += _options.BatchSize)
        {
            long count = Math.Min(_options.BatchSize, rowCount - seen);
            if (IsLeftOut(count, isFirst: seen == 0))
                break;
            checkAlive();
            using DisposeScope step = torch.NewDisposeScope();
            Step(features.narrow(1, seen, count), [.. shuffled.Select(rows => rows.Slice(seen, count))], lossSums);
        }
        long used = Math.Min(seen, rowCount);
        return [.. lossSums.cpu().to_type(torch.float64).data<double>().Select(sum => sum / used)];
    }

    // The variance of a single row is 0, so batch normalisation cannot learn from one; a first batch is never left out, or nothing would be learnt at all.
    private bool IsLeftOut(long count, bool isFirst) =>
        !isFirst && ((_options.DropLast && count < _options.BatchSize) || (_options.BatchNormalization && count < 2));

    private void Step(torch.Tensor features, IReadOnlyList<RowTable> batches, torch.Tensor lossSums)
    {
        (torch.Tensor outputs, ForwardTape tape) = _network.Forward(features, _dropout);
        _network.Backward(tape, LossGradient(outputs, batches, lossSums));
        if (_options.GradientClippingNorm is { } limit)
            Clip(_network.Gradients, limit);
        _rule.Step(_network.Parameters, _network.Gradients, _learningRate);
    }

    // Differentiates the losses, and only them, automatically. Here, once for all losses, rows are weighed and averaged.
    private torch.Tensor LossGradient(torch.Tensor outputs, IReadOnlyList<RowTable> batches, torch.Tensor lossSums)
    {
        torch.Tensor leaf = outputs.detach().requires_grad_(true);
        torch.Tensor? total = null;
        for (int i = 0; i < batches.Count; i++)
        {
            LearningTask task = _members[i].Task;
            torch.Tensor losses = task.Loss.RowLosses(_members[i].Output.Apply(leaf.select(0, i)), batches[i].Targets);
            torch.Tensor sum = (batches[i].Weights is { } weights ? losses * weights : losses).sum();
            if (!sum.requires_grad)
                throw new MlpTrainingException($"The loss '{task.Loss}' does not depend on the outputs by differentiable operations, so nothing can be learnt from it. Keep to torch operations, and do not detach.");
            lossSums.select(0, i).PlusInPlace(sum.detach());
            torch.Tensor unitless = sum.Times(1 / _members[i].Output.LossUnit);
            total = total is null ? unitless : total.Plus(unitless);
        }
        total!.Times(1.0 / batches[0].Count).backward();
        return leaf.grad!;
    }

    private static void Clip(torch.Tensor gradients, double limit)
    {
        torch.Tensor norms = gradients.Squared().sum(1, keepdim: true).sqrt_();
        gradients.mul_(norms.PlusInPlace(1e-6).reciprocal_().TimesInPlace(limit).AtMost(1));
    }
}
