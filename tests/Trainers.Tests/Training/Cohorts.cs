using MLNet.LossExperiments.Data;
using MLNet.LossExperiments.Losses;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Network;
using MLNet.LossExperiments.Training;
using TorchSharp;

namespace MLNet.LossExperiments.Tests.Training;

/// <summary>Makes and trains cohorts without ML.NET around them.</summary>
internal static class Cohorts
{
    private sealed class Deaf : ITrainingObserver;

    private sealed record Made(RegressionTask Task, int Seed, double LearningRate, RowTable Training, RowTable? Validation);

    /// <summary>Trains a member for each seed, each on its own rows.</summary>
    public static Member[] Train(MlpRegressionOptions options, NetworkShape shape, params (int Seed, RowTable Training, RowTable? Validation)[] members) =>
        Train(options, shape, areApart: false, [.. members.Select(member => new Made(new RegressionTask(options), member.Seed, options.Optimizer.LearningRate, member.Training, member.Validation))]);

    /// <summary>Trains a member for each loss and learning rate, all from one seed on the same rows, as a comparison does.</summary>
    public static Member[] Train(MlpRegressionOptions options, NetworkShape shape, (RegressionLoss Loss, double Rate)[] members, RowTable training, RowTable validation) =>
        Train(options, shape, areApart: true, [.. members.Select(member => new Made(new RegressionTask(options with { Loss = member.Loss }), 7, member.Rate, training, validation))]);

    private static Member[] Train(MlpRegressionOptions options, NetworkShape shape, bool areApart, Made[] members)
    {
        MemberRandom[] random = [.. members.Select(member => new MemberRandom(member.Seed, torch.CPU))];
        CohortNetwork network = CohortNetwork.Create(shape, options.Activation, random, torch.CPU);
        torch.Tensor? average = options.AveragingDecay is null ? null : torch.empty_like(network.Parameters);
        Member[] made = [.. members.Select((member, i) =>
        {
            TargetSummary summary = TargetSummary.Of(member.Training, new TargetRule(TargetKind.Number, 1), 0);
            var rows = new MemberRows(new InMemoryRows(member.Training), member.Validation is null ? null : new InMemoryRows(member.Validation));
            var output = new OutputTransform(options.OutputRange, member.Task.OutputScale(summary, torch.CPU));
            return new Member(member.Task, new PredictionForm(Link.Identity, 1, []), output, random[i], rows, network.Member(i), average?.narrow(0, i, 1), options) { Number = i, LearningRate = member.LearningRate };
        })];
        var cohort = new Cohort(network, made, average, options);
        new TrainingLoop(cohort, options, new Checkpointing(cohort, options, new Dictionary<string, string>()), new Deaf(), () => { }) { AreMembersApart = areApart }.Run();
        return made;
    }
}
