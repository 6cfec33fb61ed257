using TorchSharp;

namespace MLNet.LossExperiments.Optimizers;

/// <summary>
/// L-BFGS for a cohort. Line searches of members take different numbers of evaluations: each member is an iterator that puts its next trial into its row of the parameters and then waits; all that wait are
/// evaluated at once.
/// </summary>
internal sealed class LbfgsRule : UpdateRule
{
    private readonly LbfgsMember[] _members;

    public LbfgsRule(LbfgsOptimizer options, torch.Tensor parameters) =>
        _members = [.. Enumerable.Range(0, (int)parameters.shape[0]).Select(member => new LbfgsMember(options, parameters.shape[1], parameters))];

    public override IReadOnlyList<torch.Tensor> State => [.. _members.SelectMany(member => member.State)];

    public override void TakeOver(UpdateRule other, IReadOnlyList<int> members)
    {
        for (int i = 0; i < members.Count; i++)
        {
            foreach ((torch.Tensor state, torch.Tensor its) in _members[i].State.Zip(((LbfgsRule)other)._members[members[i]].State))
                state.copy_(its);
        }
    }

    public override void Step(torch.Tensor parameters, torch.Tensor gradients, torch.Tensor learningRate, Func<torch.Tensor> evaluate)
    {
        double[] losses = [];
        IEnumerator<bool>[] searches = [.. _members.Select((member, i) => member.Step(parameters.select(0, i), learningRate[i, 0].to_type(torch.float64).item<double>(), () => new Evaluated(losses[i], gradients.select(0, i).clone())))];
        for (bool[] areWaiting = Advance(searches); areWaiting.Contains(true); areWaiting = Advance(searches))
            losses = evaluate().detach().cpu().to_type(torch.float64).data<double>().ToArray();
    }

    private static bool[] Advance(IEnumerator<bool>[] searches) => [.. searches.Select(search => search.MoveNext())];

    /// <summary>The loss and the gradient, [parameters], at a trial point.</summary>
    internal readonly record struct Evaluated(double Loss, torch.Tensor Gradient);
}
