using MLNet.LossExperiments.Data;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Network;
using MLNet.LossExperiments.Training;
using TorchSharp;

namespace MLNet.LossExperiments.Tests.Training;

/// <summary>Makes and trains cohorts without ML.NET around them.</summary>
internal static class Cohorts
{
    private sealed class Deaf : ITrainingObserver;

    /// <summary>Trains a member for each seed, each on its own rows.</summary>
    public static Member[] Train(MlpRegressionOptions options, NetworkShape shape, params (int Seed, RowTable Training, RowTable? Validation)[] members)
    {
        MemberRandom[] random = [.. members.Select(member => new MemberRandom(member.Seed, torch.CPU))];
        CohortNetwork network = CohortNetwork.Create(shape, options.Activation, random, torch.CPU);
        var task = new RegressionTask(options);
        Member[] made = [.. members.Select((member, i) =>
        {
            TargetSummary summary = TargetSummary.Of(member.Training, new TargetRule(TargetKind.Number, 1), 0);
            var rows = new MemberRows(new InMemoryRows(member.Training), member.Validation is null ? null : new InMemoryRows(member.Validation));
            return new Member(task, new PredictionForm(Link.Identity, 1, []), new OutputTransform(options.OutputRange, task.OutputScale(summary), torch.CPU), random[i], rows, network.Member(i), null, options);
        })];
        var cohort = new Cohort(network, made, null, options);
        TrainingLoop.Run(cohort, options, new Checkpointing(cohort, options, new Dictionary<string, string>()), new Deaf(), () => { });
        return made;
    }
}
