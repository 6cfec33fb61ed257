using MLNet.LossExperiments.Data;
using MLNet.LossExperiments.Native;
using MLNet.LossExperiments.Network;
using MLNet.LossExperiments.Optimizers;
using MLNet.LossExperiments.Schedules;
using TorchSharp;

namespace MLNet.LossExperiments.Training;

/// <summary>All in a cohort that is as long as it has members, and is made anew when some leave.</summary>
internal sealed class CohortStack
{
    private readonly double[] _learningRates;

    public CohortStack(CohortNetwork network, IReadOnlyList<Member> members, torch.Tensor? average, MlpOptions options, int batchSize, int mostCores)
    {
        torch.Device device = network.Parameters.device;
        Network = network;
        Members = members;
        Average = average;
        Groups = LossGroup.Of(members, device);
        TrainingRows = new CohortRows([.. members.Select(member => member.Rows.Training)]);
        ValidationRows = members[0].Rows.Validation is null ? null : new CohortRows([.. members.Select(member => member.Rows.Validation!)]);
        Pass = TrainingPass.Create(network, options.Dropout, [.. members.Select(member => member.Random)], batchSize, mostCores);
        Penalty = new WeightPenalty(network.Shape, options.L1Penalty, options.L2Penalty, device);
        Rule = options.Optimizer.CreateRule(network.Parameters);
        LearningRate = torch.zeros([members.Count, 1], torch.float32, device);
        _learningRates = new double[members.Count];
    }

    public CohortNetwork Network { get; }

    public IReadOnlyList<Member> Members { get; }

    public torch.Tensor? Average { get; }

    public IReadOnlyList<LossGroup> Groups { get; }

    public CohortRows TrainingRows { get; }

    public CohortRows? ValidationRows { get; }

    public TrainingPass Pass { get; }

    public WeightPenalty Penalty { get; }

    public UpdateRule Rule { get; }

    public torch.Tensor LearningRate { get; }

    public IReadOnlyList<double> LearningRates => _learningRates;

    public IReadOnlyList<torch.Tensor> State =>
        [Network.Parameters, Network.Buffers, .. Average is null ? [] : new[] { Average }, .. Rule.State, .. Members.SelectMany(member => member.State)];

    public void FollowSchedules(IReadOnlyList<ScheduleState> schedules, long step)
    {
        for (int i = 0; i < _learningRates.Length; i++)
        {
            double rate = Members[i].LearningRate * schedules[i].Factor(step);
            if (rate == _learningRates[i])
                continue;
            _learningRates[i] = rate;
            LearningRate.select(0, i).FillInPlace(rate);
        }
    }
}
