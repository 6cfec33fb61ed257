using MLNet.LossExperiments.Data;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Network;
using MLNet.LossExperiments.Persistence;

namespace MLNet.LossExperiments.Training;

/// <summary>Starts members from the networks of a fitted model instead of random weights.</summary>
internal static class WarmStart
{
    /// <exception cref="MlpTrainingException">The model has another architecture, or its outputs mean something else; the message names every difference.</exception>
    public static void Apply(ModelContent initial, IReadOnlyList<Member> members, NetworkShape shape, MlpOptions options)
    {
        ThrowIfOther(initial, members[0], shape, options);
        foreach (RowTable rows in members[0].Rows.Training.Blocks())
        {
            for (int i = 0; i < members.Count; i++)
                Thawing.Thaw(initial.Members[i].Network, members[i].Network, members[i].Output, rows.Features);
            // One block is enough to know the features' scale; it dies with its turn of the loop.
            break;
        }
    }

    private static void ThrowIfOther(ModelContent initial, Member member, NetworkShape shape, MlpOptions options)
    {
        MlpNetwork network = initial.Members[0].Network;
        var differences = new List<string>();
        void Compare(string what, object before, object now)
        {
            if (!Equals(before, now))
                differences.Add($"it has {what} {before}, the trainer {now}");
        }

        Compare("features:", network.FeatureCount, shape.FeatureCount);
        Compare("hidden sizes", string.Join(", ", network.HiddenSizes), string.Join(", ", shape.HiddenSizes));
        Compare("outputs:", network.OutputCount, shape.OutputCount);
        Compare("the activation", network.Activation, options.Activation);
        Compare("the output range", network.OutputRange, member.Task.OutputRange);
        Compare("the link", initial.Form.Link, member.Form.Link);
        Compare("quantile levels", string.Join(", ", initial.Form.QuantileLevels), string.Join(", ", member.Form.QuantileLevels));
        Compare("members:", initial.Members.Count, options.Members);
        if (differences.Count > 0)
            throw new MlpTrainingException($"The initial model does not fit the trainer: {string.Join("; ", differences)}. Train with the options that the model was trained with.");
    }
}
