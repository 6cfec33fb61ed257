using TorchSharp;

namespace MLNet.LossExperiments.Optimizers;

/// <summary>Moves the parameters of a cohort, [members, parameters], along their gradients, by a few operations on the whole tensor. Its state lives as long as the dispose scope that it was made in.</summary>
internal abstract class UpdateRule
{
    /// <summary>Everything that is remembered between steps, in a fixed order: what a checkpoint saves, and what is copied back into to resume.</summary>
    public abstract IReadOnlyList<torch.Tensor> State { get; }

    /// <summary>Remembers what another rule remembers of some members.</summary>
    /// <param name="other">A rule of the same optimizer for a larger cohort.</param>
    /// <param name="members">The places there of the members here.</param>
    public virtual void TakeOver(UpdateRule other, IReadOnlyList<int> members)
    {
        using torch.Tensor places = torch.tensor(members.Select(member => (long)member).ToArray());
        for (int i = 0; i < State.Count; i++)
        {
            torch.Tensor state = other.State[i];
            // A tensor of another kind than [members, …] counts something that all have in common.
            using torch.Tensor kept = state.dim() == 1 ? state.alias() : state.index_select(0, places.to(state.device));
            State[i].copy_(kept);
        }
    }

    /// <summary>Takes one step. May overwrite the gradients.</summary>
    /// <param name="parameters">[members, parameters], changed in place.</param>
    /// <param name="gradients">[members, parameters].</param>
    /// <param name="learningRate">[members, 1].</param>
    /// <param name="evaluate">Computes the loss of each member, [members], at the present parameters, and fills <paramref name="gradients"/>.</param>
    public abstract void Step(torch.Tensor parameters, torch.Tensor gradients, torch.Tensor learningRate, Func<torch.Tensor> evaluate);
}
